using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>The program's address as the people who reach it write it.</summary>
internal sealed class PublicAddress(IOptions<WebOptions> options)
{
    private static readonly Uri Nowhere = new("http://localhost/");

    /// <summary>The public address where the request came to it (a proxy may have ended its TLS), else what the request says.</summary>
    public Uri Of(HttpRequest request)
    {
        var url = options.Value.PublicUrl;
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var asked))
            return url ?? Nowhere;
        return url is not null && string.Equals(url.Host, asked.Host, StringComparison.OrdinalIgnoreCase) ? url : asked;
    }
}
