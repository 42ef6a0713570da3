using System.ComponentModel;
using System.Security.Claims;
using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>The live scores. Everyone but administrators reads them through the publish gate, and a key with a scope within it.</summary>
internal static class ScoreEndpoints
{
    private const string Gate =
        "A score is null where nobody rated, or where too few did for it to be published; an administrator's key sees all. Means and shares come unrounded and, in the fields that end in "
        + "«Shown», as they are displayed.";

    public static void MapScores(this IEndpointRouteBuilder api)
    {
        var scores = api.MapGroup("/scores").RequireAuthorization(ApiPolicies.Reader).WithTags("scores");
        scores.MapGet("/services", ServicesAsync).WithName("listServiceScores").WithSummary("The scores of all services.").WithDescription(Gate);
        scores.MapGet("/services/{id}", ServiceAsync).WithName("getServiceScores").WithSummary("The scores of a service by form, criterion, item and provider.")
            .WithDescription(Gate).ProducesProblem(StatusCodes.Status404NotFound);
        scores.MapGet("/providers", ProvidersAsync).WithName("listProviderScores").WithSummary("The scores of all providers.").WithDescription(Gate);
        scores.MapGet("/providers/{id}", ProviderAsync).WithName("getProviderScores").WithSummary("The scores of a provider by service.")
            .WithDescription(Gate).ProducesProblem(StatusCodes.Status404NotFound);
        scores.MapGet("/regions/{serviceId}", RegionsAsync).WithName("getRegionRating").WithSummary("The regions' rating by a service.")
            .WithDescription(Gate).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ServiceList>, ProblemHttpResult, ValidationProblem>> ServicesAsync(
        [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var (access, place) = (user.AccessTo(catalogue), new ScorePlace(filter.Region));
        if (!access.Sees(place))
            return OutOfScope(access);
        var services = await reader.ServicesAsync(filter, user.SeesEverything(), cancellationToken);
        return TypedResults.Ok(new ServiceList([.. services.Where(s => access.SeesService(s.Service, place))]));
    }

    private static async Task<Results<Ok<ServiceScores>, ProblemHttpResult, ValidationProblem>> ServiceAsync(
        [Description("Id of the service.")] string id, [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindService(id) is null)
            return Missing("service");
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return access.SeesService(id, new ScorePlace(filter.Region))
            ? TypedResults.Ok(await reader.ServiceAsync(id, filter, user.SeesEverything(), cancellationToken))
            : OutOfScope(access);
    }

    private static async Task<Results<Ok<ProviderList>, ProblemHttpResult, ValidationProblem>> ProvidersAsync(
        [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var (access, place) = (user.AccessTo(catalogue), new ScorePlace(filter.Region));
        if (!access.Sees(place))
            return OutOfScope(access);
        var providers = await reader.ProvidersAsync(filter, user.SeesEverything(), cancellationToken);
        return TypedResults.Ok(new ProviderList([.. providers.Where(p => access.SeesProvider(p.Provider, place))]));
    }

    private static async Task<Results<Ok<ProviderScores>, ProblemHttpResult, ValidationProblem>> ProviderAsync(
        [Description("Id of the provider.")] string id, [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindProvider(id) is null)
            return Missing("provider");
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return access.SeesProvider(id, new ScorePlace(filter.Region))
            ? TypedResults.Ok(await reader.ProviderAsync(id, filter, user.SeesEverything(), cancellationToken))
            : OutOfScope(access);
    }

    private static async Task<Results<Ok<RegionRating>, ProblemHttpResult, ValidationProblem>> RegionsAsync(
        [Description("Id of the service.")] string serviceId, [AsParameters] ScoreQuery query, ClaimsPrincipal user, ScoreReader reader, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindService(serviceId) is null)
            return Missing("service");
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        // A place in the rating tells of all regions, whichever is asked for.
        var access = user.AccessTo(catalogue);
        return access.SeesService(serviceId, default)
            ? TypedResults.Ok(await reader.RegionsAsync(serviceId, filter, user.SeesEverything(), cancellationToken))
            : OutOfScope(access);
    }

    private static ProblemHttpResult OutOfScope(ScoreAccess access) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden, detail: $"This lies outside the scope of the key: {access.Scope}. A scope of a region is asked for with ?region=.");

    private static ProblemHttpResult Missing(string what) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"There is no {what} with this id in the catalogue.");
}

internal sealed record ServiceList(IReadOnlyList<ServiceSummary> Services);

internal sealed record ProviderList(IReadOnlyList<ProviderSummary> Providers);
