using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bot.Api;

/// <summary>What the description of the API says beside its operations.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Survey bot";
        document.Info.Description = "Scores of public services, receipts that invite their recipients, responses as CSV. Errors are RFC 9457 problems.";
        document.Components ??= new OpenApiComponents();
        document.AddComponent(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "A key made with «apikey create»." });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }
}
