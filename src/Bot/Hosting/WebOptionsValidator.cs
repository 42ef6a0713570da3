using Microsoft.Extensions.Options;

namespace Bot.Hosting;

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        List<string> faults = [];
        if (options.PublicUrl is { } url && !IsPlace(url))
            faults.Add("Web:PublicUrl must be http://HOST or https://HOST, with a port where needed and nothing behind.");
        if (options.TokenLifetime < Shortest || options.TokenLifetime > Longest)
            faults.Add("Web:TokenLifetime must be between 00:30:00 and 01:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsPlace(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0;
}
