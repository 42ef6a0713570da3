using Bot.Hosting;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.DirectLine;

/// <summary>Refuses what another site's page sends; a program that is no browser names no site.</summary>
internal sealed class SameOriginFilter(PublicAddress address) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers[HeaderNames.Origin].ToString();
        var own = address.Of(request).GetLeftPart(UriPartial.Authority);
        return site is "" or "same-origin" && (origin.Length == 0 || origin.Equals(own, StringComparison.OrdinalIgnoreCase))
            ? await next(context)
            : DirectLineErrors.ForeignOrigin;
    }
}
