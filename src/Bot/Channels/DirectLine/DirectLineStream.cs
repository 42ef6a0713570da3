using System.Net.WebSockets;
using System.Text.Json;
using Bot.Channels.DirectLine.Protocol;

namespace Bot.Channels.DirectLine;

/// <summary>Sends a conversation's activities over a WebSocket as they come, until either side ends it.</summary>
internal sealed class DirectLineStream(DirectLineTurns turns, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public async Task RunAsync(HttpContext context, DirectLineConversation conversation, long? watermark)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var following = turns.Follow(conversation);
        conversation.SocketOpened();
        try
        {
            var receiving = ReceiveAsync(socket, ended);
            await SendAsync(socket, conversation.Transcript, watermark, ended.Token);
            await receiving.WaitAsync(Farewell, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (WebSocketException)
        {
            // The other side is gone; it comes back by itself.
        }
        finally
        {
            conversation.SocketClosed();
        }
    }

    private static async Task SendAsync(WebSocket socket, Transcript transcript, long? watermark, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            var (activities, last) = transcript.Read(watermark);
            watermark = last;
            if (activities.Count > 0)
                await socket.SendAsync(Frame(activities, last), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            await transcript.WaitAsync(last, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, CancellationToken.None);
    }

    /// <summary>The client sends empty frames to keep the line open, and at last a close frame.</summary>
    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[256];
        try
        {
            // Not cancelled when the program stops: that would cut the line before the farewell is sent.
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }

            await ended.CancelAsync();
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            // Gone without a farewell, or we did not wait for it.
        }
    }

    private static byte[] Frame(IReadOnlyList<Activity> activities, long last) =>
        JsonSerializer.SerializeToUtf8Bytes(new ActivitySet(activities, Watermark.Write(last)), DirectLineWriter.Json.ActivitySet);
}
