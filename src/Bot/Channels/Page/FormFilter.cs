using Bot.Hosting;

namespace Bot.Channels.Page;

/// <summary>Refuses forms of another site's pages, and says in words what went wrong with a form.</summary>
internal sealed partial class FormFilter(SameOrigin origin, PageAnswers answers, ILogger<FormFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!origin.Holds(http.Request))
            return answers.Refuse(http, StatusCodes.Status403Forbidden, "page.foreign");
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException e)
        {
            return answers.Refuse(http, e.StatusCode, "error.temporary");
        }
        catch (InvalidDataException)
        {
            return answers.Refuse(http, StatusCodes.Status400BadRequest, "error.temporary");
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            Log.TurnFailed(logger, e);
            return answers.Refuse(http, StatusCodes.Status503ServiceUnavailable, "error.temporary");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn of a page failed.")]
        public static partial void TurnFailed(ILogger logger, Exception exception);
    }
}
