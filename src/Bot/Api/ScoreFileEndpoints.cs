using System.ComponentModel;
using System.Security.Claims;
using Bot.Exports;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>The live scores as a workbook, through the publish gate like the others.</summary>
internal static class ScoreFileEndpoints
{
    public static void MapScoreFiles(this IEndpointRouteBuilder api) => api.MapGet("/scores/export.xlsx", ExportAsync)
        .RequireAuthorization(ApiPolicies.Reader).WithTags("scores")
        .WithName("exportScores").WithSummary("Scores as a workbook: of one service, of its regions, or of everything.")
        .WithDescription("The displayed digits, through the publish gate, in the words of one language. Each file is in the audit log.")
        .Produces<byte[]>(contentType: ScoreWorkbook.MediaType).ProducesValidationProblem();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult, ValidationProblem>> ExportAsync(
        [AsParameters] ScoreQuery query, [AsParameters] ScoreFileQuery file, ClaimsPrincipal user,
        ScoreBooks books, ScoreWorkbook workbook, ExportLog log, [FromServices] ServiceCatalogue catalogue, TextCatalogue texts, CancellationToken cancellationToken)
    {
        query.TryRead(catalogue, out var filter, out var faults);
        faults ??= [];
        file.Check(catalogue, texts, faults);
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        if (await books.FindAsync(access, filter, file.Service, file.Regions, file.Language ?? texts.Languages[0].Code, cancellationToken) is not { } content)
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, detail: $"This lies outside the scope of the key: {access.Scope}.");
        await log.WriteAsync(user.Actor(), ExportLog.Scores, file.Service ?? file.Regions ?? "", cancellationToken);
        return TypedResults.Bytes(await workbook.WriteAsync(content, cancellationToken), ScoreWorkbook.MediaType, "scores.xlsx");
    }
}

internal sealed record ScoreFileQuery(
    [property: FromQuery(Name = "service"), Description("Id of a service: its sheet alone.")] string? Service,
    [property: FromQuery(Name = "regions"), Description("Id of a service: the rating of regions by it.")] string? Regions,
    [property: FromQuery(Name = "language"), Description("Language of the words; the first one where it is missing.")] string? Language)
{
    public void Check(ServiceCatalogue catalogue, TextCatalogue texts, Dictionary<string, string[]> faults)
    {
        if (Service is not null && catalogue.FindService(Service) is null)
            faults["service"] = ["there is no service with this id in the catalogue"];
        if (Regions is not null && catalogue.FindService(Regions) is null)
            faults["regions"] = ["there is no service with this id in the catalogue"];
        if (Language is not null && texts.Languages.All(l => l.Code != Language))
            faults["language"] = [$"allowed: {string.Join(", ", texts.Languages.Select(l => l.Code))}"];
    }
}
