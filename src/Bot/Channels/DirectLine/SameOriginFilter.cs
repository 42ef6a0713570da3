using Bot.Hosting;

namespace Bot.Channels.DirectLine;

/// <summary>Refuses what another site's page sends.</summary>
internal sealed class SameOriginFilter(SameOrigin origin) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        origin.Holds(context.HttpContext.Request) ? await next(context) : DirectLineErrors.ForeignOrigin;
}
