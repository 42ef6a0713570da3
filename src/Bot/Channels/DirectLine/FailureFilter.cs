using System.Text.Json;

namespace Bot.Channels.DirectLine;

/// <summary>Answers in the protocol's form where a body is no JSON, is too large, or a turn fails.</summary>
internal sealed partial class FailureFilter(WebTexts texts, ILogger<FailureFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (JsonException)
        {
            return DirectLineErrors.BadSyntax;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineErrors.TooLarge : DirectLineErrors.BadSyntax;
        }
        catch (OperationCanceledException)
        {
            return DirectLineErrors.Failed(texts.Get(texts.LanguageOf(http.Request), "error.temporary"));
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            Log.TurnFailed(logger, e);
            return DirectLineErrors.Failed(texts.Get(texts.LanguageOf(http.Request), "error.temporary"));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn of the web chat failed.")]
        public static partial void TurnFailed(ILogger logger, Exception exception);
    }
}
