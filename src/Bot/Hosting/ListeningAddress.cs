using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Hosting;

/// <summary>Where the program listens, as a browser on the same machine writes it.</summary>
internal sealed class ListeningAddress(IServer server)
{
    /// <summary>Scheme, host and port; null until the program listens.</summary>
    public string? Root => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
