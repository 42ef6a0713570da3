using System.Net;
using System.Net.Sockets;

namespace Bot.Tests;

/// <summary>Ports for what must come back on the one that it had. The system gives them to nobody who asks for any, nor to connections, so none is lost meanwhile.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Behind = 32_000;
    private static int _last = Random.Shared.Next(First, Behind);

    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) % (Behind - First));
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
