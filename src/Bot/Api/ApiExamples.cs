using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bot.Api;

/// <summary>Gives each operation of the description the examples that examples.json holds for it, or that hold for all.</summary>
internal sealed class ApiExamples : IOpenApiOperationTransformer
{
    private static readonly JsonObject Examples = Read();

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var own = Examples[operation.OperationId ?? ""];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Example = (own?["parameters"]?[parameter.Name ?? ""] ?? Examples["parameters"]?[parameter.Name ?? ""])?.DeepClone();
        if (own?["request"] is { } request)
            SetAll(operation.RequestBody?.Content, request);
        foreach (var (status, response) in operation.Responses ?? [])
            SetAll(response.Content, own?["responses"]?[status] ?? Examples["problems"]?[status]);
        return Task.CompletedTask;
    }

    private static void SetAll(IDictionary<string, OpenApiMediaType>? content, JsonNode? example)
    {
        foreach (var media in content?.Values ?? [])
            media.Example = example?.DeepClone();
    }

    private static JsonObject Read()
    {
        using var file = typeof(ApiExamples).Assembly.GetManifestResourceStream("examples.json") ?? throw new InvalidOperationException("examples.json is not in the program.");
        return JsonNode.Parse(file)!.AsObject();
    }
}
