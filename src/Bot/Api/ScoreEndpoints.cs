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
        [AsParameters] ScoreQuery query, ClaimsPrincipal user, StaffScores scores, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return await scores.ServicesAsync(access, filter, cancellationToken) is { } services ? TypedResults.Ok(new ServiceList(services)) : OutOfScope(access);
    }

    private static async Task<Results<Ok<ServiceScores>, ProblemHttpResult, ValidationProblem>> ServiceAsync(
        [Description("Id of the service.")] string id, [AsParameters] ScoreQuery query, ClaimsPrincipal user, StaffScores scores, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindService(id) is null)
            return Missing("service");
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return await scores.ServiceAsync(access, filter, id, cancellationToken) is { } service ? TypedResults.Ok(service) : OutOfScope(access);
    }

    private static async Task<Results<Ok<ProviderList>, ProblemHttpResult, ValidationProblem>> ProvidersAsync(
        [AsParameters] ScoreQuery query, ClaimsPrincipal user, StaffScores scores, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return await scores.ProvidersAsync(access, filter, cancellationToken) is { } providers ? TypedResults.Ok(new ProviderList(providers)) : OutOfScope(access);
    }

    private static async Task<Results<Ok<ProviderScores>, ProblemHttpResult, ValidationProblem>> ProviderAsync(
        [Description("Id of the provider.")] string id, [AsParameters] ScoreQuery query, ClaimsPrincipal user, StaffScores scores, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindProvider(id) is null)
            return Missing("provider");
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return await scores.ProviderAsync(access, filter, id, cancellationToken) is { } provider ? TypedResults.Ok(provider) : OutOfScope(access);
    }

    private static async Task<Results<Ok<RegionRating>, ProblemHttpResult, ValidationProblem>> RegionsAsync(
        [Description("Id of the service.")] string serviceId, [AsParameters] ScoreQuery query, ClaimsPrincipal user, StaffScores scores, [FromServices] ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.FindService(serviceId) is null)
            return Missing("service");
        if (!query.TryRead(catalogue, out var filter, out var faults))
            return TypedResults.ValidationProblem(faults);
        var access = user.AccessTo(catalogue);
        return await scores.RegionsAsync(access, filter, serviceId, cancellationToken) is { } rating ? TypedResults.Ok(rating) : OutOfScope(access);
    }

    private static ProblemHttpResult OutOfScope(ScoreAccess access) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden, detail: $"This lies outside the scope of the key: {access.Scope}. A scope of a region is asked for with ?region=.");

    private static ProblemHttpResult Missing(string what) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"There is no {what} with this id in the catalogue.");
}

internal sealed record ServiceList(IReadOnlyList<ServiceSummary> Services);

internal sealed record ProviderList(IReadOnlyList<ProviderSummary> Providers);
