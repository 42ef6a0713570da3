using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Bot.Api;

/// <summary>Says of a body that cannot be read where it cannot: in a batch of a thousand nobody finds the place else.</summary>
internal sealed class UnreadableRequest(IProblemDetailsService problems) : IExceptionHandler
{
    private const string Unreadable = "The request is not as /openapi/v1.json describes it: its body is no JSON, or a value is of another type.";

    public ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException wrong)
            return ValueTask.FromResult(false);
        http.Response.StatusCode = wrong.StatusCode;
        var problem = new ProblemDetailsContext { HttpContext = http };
        if (wrong.StatusCode == StatusCodes.Status400BadRequest)
            problem.ProblemDetails.Detail = wrong.InnerException is JsonException { Path: { } path } ? $"{Unreadable} Reading stopped at {path}." : Unreadable;
        return problems.TryWriteAsync(problem);
    }
}
