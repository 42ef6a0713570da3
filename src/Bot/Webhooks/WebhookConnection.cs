using System.Net;
using System.Net.Sockets;

namespace Bot.Webhooks;

/// <summary>The way to service systems: no redirects, no proxy, no cookies, and only to addresses that were looked at after the name was resolved.</summary>
internal static class WebhookConnection
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static HttpMessageHandler CreateHandler(bool allowHttp) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), // Then the name is asked for again.
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allowHttp, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowHttp, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        var allowed = allowHttp ? addresses : Array.FindAll(addresses, WebhookAddress.IsPublic);
        if (allowed.Length == 0)
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads into a closed network.</summary>
internal sealed class ForbiddenAddressException() : IOException("The name leads to no public address.");
