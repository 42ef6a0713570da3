using System.Text.Json;

namespace Bot.Survey.Catalogue;

/// <summary>A place in a catalogue file. Reading something that is not there notes a fault and goes on, so that all faults are found at once.</summary>
internal readonly struct CatalogueNode(JsonElement element, string file, string where, List<CatalogueFault> faults)
{
    private static readonly string[] Languages = ["kk", "ru"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public string File => file;

    public static CatalogueNode Parse(string json, string file, List<CatalogueFault> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return new CatalogueNode(document.RootElement.Clone(), file, "", faults);
        }
        catch (JsonException wrong)
        {
            faults.Add(new CatalogueFault(file, "", $"is not JSON: {wrong.Message}"));
            return new CatalogueNode(default, file, "", []);
        }
    }

    public void Fault(string problem) => faults.Add(new CatalogueFault(file, where, problem));

    public CatalogueNode At(string name)
    {
        var path = where.Length == 0 ? name : $"{where}.{name}";
        var child = element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;
        return new CatalogueNode(child, file, path, faults);
    }

    /// <summary>The same node, with its faults placed under the id of what it describes.</summary>
    public CatalogueNode Named(string id) => id.Length == 0 ? this : new CatalogueNode(element, file, id, faults);

    public bool IsNothing => element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public string Text()
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Fault("must be a text");
        return "";
    }

    public string? OptionalText() => IsNothing ? null : Text();

    public bool Flag()
    {
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault("must be true or false");
        }

        return element.ValueKind == JsonValueKind.True;
    }

    public int Positive()
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number > 0)
        {
            return number;
        }

        Fault("must be a whole number from 1");
        return 1;
    }

    /// <summary>The id under «id» of this object, and the object with its faults placed under it.</summary>
    public (string Id, CatalogueNode Node) Identified()
    {
        var id = At("id").Text();
        return (id, Named(id));
    }

    public IReadOnlyList<CatalogueNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Fault("must be a list");
            return [];
        }

        var (path, name, all) = (where, file, faults);
        return [.. element.EnumerateArray().Select((item, index) => new CatalogueNode(item, name, $"{path}[{index}]", all))];
    }

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    public IReadOnlyList<(string Name, CatalogueNode Node)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault("must be an object");
            return [];
        }

        var self = this;
        return [.. element.EnumerateObject().Select(member => (member.Name, self.At(member.Name)))];
    }

    public LocalText Names() => new(ByLanguage(node => node.Text()));

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases() => ByLanguage(node => node.Texts());

    private Dictionary<string, T> ByLanguage<T>(Func<CatalogueNode, T> read)
    {
        var members = Members();
        foreach (var language in Languages.Where(language => members.All(member => member.Name != language)))
        {
            Fault($"language «{language}» is missing");
        }

        return members.ToDictionary(member => member.Name, member => read(member.Node));
    }
}
