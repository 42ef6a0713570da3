using System.Security.Claims;
using Bot.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>Responses in and out as CSV, for administrators.</summary>
internal static class ResponseEndpoints
{
    private const long LargestImport = 256 * 1024 * 1024;

    public static void MapResponses(this IEndpointRouteBuilder api)
    {
        var responses = api.MapGroup("/responses").RequireAuthorization(ApiPolicies.Administrator).WithTags("responses");
        responses.MapPost("/import", ImportAsync).WithName("importResponses").WithSummary("Imports a CSV file, all of it or nothing.")
            .WithDescription(
                "UTF-8 with a header: response_id, service, form, region, channel, language, submitted_at, outcome, one column an item, comment. The same id with the same content is ignored; "
                + "with another content, or with any faulty line, nothing is imported and the faults are listed by line.")
            .Accepts<string>("text/csv").ProducesProblem(StatusCodes.Status400BadRequest).WithMetadata(new RequestSizeLimitAttribute(LargestImport));
        responses.MapGet("", Export).WithName("exportResponses").WithSummary("All submitted responses as CSV.")
            .WithDescription("Begins with the columns of the import. Each file is in the audit log.").Produces<string>(contentType: "text/csv");
    }

    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> ImportAsync(
        HttpRequest request, ClaimsPrincipal user, ResponseImport import, CancellationToken cancellationToken)
    {
        var result = await import.RunAsync(request.Body, user.Actor(), cancellationToken);
        return result.Faults.Count == 0
            ? TypedResults.Ok(new ImportAnswer(result.Imported, result.Ignored))
            : TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: "Nothing was imported.", detail: $"The file has {result.Faults.Count} faults.",
                extensions: [KeyValuePair.Create<string, object?>("faults", result.Faults)]);
    }

    private static PushStreamHttpResult Export(ClaimsPrincipal user, ResponseExport export, CancellationToken cancellationToken) =>
        TypedResults.Stream(stream => export.WriteAsync(stream, user.Actor(), cancellationToken), "text/csv; charset=utf-8", "responses.csv");
}

/// <param name="Imported">New responses.</param>
/// <param name="Ignored">Lines that were stored already.</param>
internal sealed record ImportAnswer(int Imported, int Ignored);
