using System.Security.Claims;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>The live scores. Everyone but administrators reads them through the publish gate.</summary>
internal static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder api)
    {
        var scores = api.MapGroup("/scores").RequireAuthorization(ApiPolicies.Reader).WithTags("scores");
        scores.MapGet("/services", ServicesAsync).WithSummary("The scores of all services.");
        scores.MapGet("/services/{id}", ServiceAsync).WithSummary("The scores of a service by form, criterion, item and provider.");
        scores.MapGet("/providers", ProvidersAsync).WithSummary("The scores of all providers.");
        scores.MapGet("/providers/{id}", ProviderAsync).WithSummary("The scores of a provider by service.");
        scores.MapGet("/regions/{serviceId}", RegionsAsync).WithSummary("The regions' rating by a service.");
    }

    private static async Task<Results<Ok<ServiceList>, ValidationProblem>> ServicesAsync(
        [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken) =>
        query.TryRead(catalogue, out var filter, out var faults)
            ? TypedResults.Ok(new ServiceList(await reader.ServicesAsync(filter, user.SeesEverything(), cancellationToken)))
            : TypedResults.ValidationProblem(faults);

    private static async Task<Results<Ok<ServiceScores>, ProblemHttpResult, ValidationProblem>> ServiceAsync(
        string id, [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindService(id) is null)
            return Missing("service");
        return query.TryRead(catalogue, out var filter, out var faults)
            ? TypedResults.Ok(await reader.ServiceAsync(id, filter, user.SeesEverything(), cancellationToken))
            : TypedResults.ValidationProblem(faults);
    }

    private static async Task<Results<Ok<ProviderList>, ValidationProblem>> ProvidersAsync(
        [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken) =>
        query.TryRead(catalogue, out var filter, out var faults)
            ? TypedResults.Ok(new ProviderList(await reader.ProvidersAsync(filter, user.SeesEverything(), cancellationToken)))
            : TypedResults.ValidationProblem(faults);

    private static async Task<Results<Ok<ProviderScores>, ProblemHttpResult, ValidationProblem>> ProviderAsync(
        string id, [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindProvider(id) is null)
            return Missing("provider");
        return query.TryRead(catalogue, out var filter, out var faults)
            ? TypedResults.Ok(await reader.ProviderAsync(id, filter, user.SeesEverything(), cancellationToken))
            : TypedResults.ValidationProblem(faults);
    }

    private static async Task<Results<Ok<RegionRating>, ProblemHttpResult, ValidationProblem>> RegionsAsync(
        string serviceId, [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindService(serviceId) is null)
            return Missing("service");
        return query.TryRead(catalogue, out var filter, out var faults)
            ? TypedResults.Ok(await reader.RegionsAsync(serviceId, filter, user.SeesEverything(), cancellationToken))
            : TypedResults.ValidationProblem(faults);
    }

    private static ProblemHttpResult Missing(string what) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"There is no {what} with this id in the catalogue.");
}

internal sealed record ServiceList(IReadOnlyList<ServiceSummary> Services);

internal sealed record ProviderList(IReadOnlyList<ProviderSummary> Providers);
