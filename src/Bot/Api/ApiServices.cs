using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Api;

/// <summary>The HTTP API for other programs.</summary>
internal static class ApiServices
{
    private const string Root = "/api";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeys>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // Nothing is protected by it; else its keys would be written to the home folder.
        services.AddApiPolicies();
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddExceptionHandler<UnreadableRequest>();
        services.AddOpenApi(o => o.AddDocumentTransformer<ApiDescription>().AddOperationTransformer<ApiExamples>());
    }

    public static void MapApi(this WebApplication app)
    {
        // Inside the API every error has a problem as its body; elsewhere pages and protocols have their own.
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal), api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpenApi();
        var api = app.MapGroup(Root + "/v1").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapScores();
        api.MapScoreFiles();
        api.MapReceipts();
        api.MapFunnel();
        api.MapWebhooks();
        api.MapResponses();
    }
}
