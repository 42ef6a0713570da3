using System.Security.Claims;
using Bot.Exports;
using Bot.Invitations.Funnels;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>How far the invited came, for coordinators.</summary>
internal static class FunnelEndpoints
{
    public static void MapFunnel(this IEndpointRouteBuilder api)
    {
        var funnel = api.MapGroup("/funnel").RequireAuthorization(ApiPolicies.Coordinator).WithTags("funnel");
        funnel.MapGet("", ReadAsync).WithName("getFunnel").WithSummary("How many of the invited came how far, what became of each, and the AAPOR's rates in percent.")
            .WithDescription("Each invitation that was given out or sent counts once, by that day. Steps are cumulative; the ends, the AAPOR's codes and the parts each add up to those invited.");
        funnel.MapGet("/export.csv", ExportAsync).WithName("exportFunnel").WithSummary("The parts of a split as CSV, one line each.")
            .WithDescription("The same figures; by campaign where no split is named.").Produces<string>(contentType: FunnelCsv.MediaType).ProducesValidationProblem();
    }

    private static async Task<Results<Ok<FunnelAnswer>, ValidationProblem>> ReadAsync(
        [AsParameters] FunnelQuery query, FunnelReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (!query.TryRead(catalogue, out var filter, out var split, out var faults))
            return TypedResults.ValidationProblem(faults);
        var parts = await reader.SplitAsync(filter, split ?? FunnelSplit.Campaign, cancellationToken);
        var rows = split is null ? null : parts.Select(part => new FunnelPart(part.Key, FunnelView.Of(part.Value)));
        return TypedResults.Ok(new FunnelAnswer(FunnelView.Of(FunnelCounts.Sum(parts.Values)), rows?.ToList()));
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> ExportAsync(
        [AsParameters] FunnelQuery query, ClaimsPrincipal user, FunnelReader reader, FunnelNames names, ExportLog log,
        [FromServices] ServiceCatalogue catalogue, TextCatalogue texts, CancellationToken cancellationToken)
    {
        if (!query.TryRead(catalogue, out var filter, out var split, out var faults))
            return TypedResults.ValidationProblem(faults);
        var parts = await reader.SplitAsync(filter, split ?? FunnelSplit.Campaign, cancellationToken);
        var called = await names.OfAsync(split ?? FunnelSplit.Campaign, [.. parts.Keys], texts.Languages[0].Code, cancellationToken);
        await log.WriteAsync(user.Actor(), ExportLog.Funnel, query.By ?? "", cancellationToken);
        return TypedResults.Bytes(await FunnelCsv.WriteAsync(parts, called, forSpreadsheets: false, cancellationToken), FunnelCsv.MediaType, "funnel.csv");
    }
}

/// <param name="Total">All of them.</param>
/// <param name="Parts">By key, where a split was asked for: the parts add up to the total.</param>
internal sealed record FunnelAnswer(FunnelView Total, IReadOnlyList<FunnelPart>? Parts);

/// <param name="Key">Id of the campaign (0: receipts), the service or the region; message or link; telegram, web or page; a language code. Empty: not known.</param>
internal sealed record FunnelPart(string Key, FunnelView Funnel);
