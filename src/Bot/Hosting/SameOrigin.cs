using Microsoft.Net.Http.Headers;

namespace Bot.Hosting;

/// <summary>Tells what another site's page sends. A program that is no browser names no site.</summary>
internal sealed class SameOrigin(PublicAddress address)
{
    public bool Holds(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin"))
            return false;
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin.Length == 0 || IsOwn(request, origin) || (origin == "null" && IsNavigation(request, site));
    }

    private bool IsOwn(HttpRequest request, string origin) =>
        origin.Equals(address.Of(request).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    // With the referrer policy «no-referrer» a form's origin is «null»; where it comes from, the browser then says beside it.
    private static bool IsNavigation(HttpRequest request, string site) => site == "same-origin" && request.HasFormContentType;
}
