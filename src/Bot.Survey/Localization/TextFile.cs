using System.Globalization;
using System.Text.Json;

namespace Bot.Survey.Localization;

/// <summary>One language's file: nested objects of texts, flattened to dotted keys.</summary>
internal sealed class TextFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly List<TextFault> _faults = [];

    public TextFile(string name, string json)
    {
        Name = name;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            Read(document.RootElement, "");
        }
        catch (JsonException wrong)
        {
            Fault("", $"is not JSON: {wrong.Message}");
        }

        var code = Own("code", Path.GetFileNameWithoutExtension(name));
        Language = new Language(code, Own("name", code), CultureOf(code));
        Plural = PluralOf();
    }

    public string Name { get; }

    public Language Language { get; }

    public PluralRule Plural { get; }

    public Dictionary<string, TextEntry> Entries { get; } = [];

    /// <summary>What is wrong with the file by itself.</summary>
    public IReadOnlyList<TextFault> Faults => _faults;

    private void Read(JsonElement element, string key)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            Entries[key] = TextEntry.Of(element.GetString()!);
        }
        else if (element.ValueKind != JsonValueKind.Object)
        {
            Fault(key, "is neither a text nor a group of texts");
        }
        else if (ReadPlural(element) is { } plural)
        {
            Entries[key] = plural;
        }
        else
        {
            foreach (var child in element.EnumerateObject())
            {
                Read(child.Value, key.Length == 0 ? child.Name : $"{key}.{child.Name}");
            }
        }
    }

    /// <summary>An object is one text in its plural forms when it has <c>other</c> and nothing that is no form.</summary>
    private static TextEntry? ReadPlural(JsonElement element)
    {
        var forms = new Dictionary<PluralForm, TextTemplate>();
        foreach (var child in element.EnumerateObject())
        {
            if (FormOf(child.Name) is not { } form || child.Value.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            forms[form] = TextTemplate.Parse(child.Value.GetString()!);
        }

        return forms.ContainsKey(PluralForm.Other) ? new TextEntry(forms, isPlural: true) : null;
    }

    private static PluralForm? FormOf(string name) => name switch
    {
        "one" => PluralForm.One,
        "few" => PluralForm.Few,
        "many" => PluralForm.Many,
        "other" => PluralForm.Other,
        _ => null,
    };

    private string Own(string field, string fallback)
    {
        if (Entries.TryGetValue($"language.{field}", out var entry))
        {
            return entry.Main.Text;
        }

        Fault($"language.{field}", "is missing");
        return fallback;
    }

    private CultureInfo CultureOf(string code)
    {
        var name = Own("culture", code);
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            Fault("language.culture", $"«{name}» is not a culture that .NET knows");
            return CultureInfo.InvariantCulture;
        }
    }

    private PluralRule PluralOf()
    {
        if (!Entries.TryGetValue("language.plural", out var entry))
        {
            return PluralRule.OneOther;
        }

        if (PluralRule.Find(entry.Main.Text) is { } rule)
        {
            return rule;
        }

        Fault("language.plural", $"«{entry.Main.Text}» is none of kk, ru, one-other");
        return PluralRule.OneOther;
    }

    private void Fault(string key, string problem) => _faults.Add(new TextFault(Name, key, problem));
}
