namespace Bot.Survey.Localization;

/// <summary>A text as one wording, or as one for each plural form.</summary>
internal sealed class TextEntry(IReadOnlyDictionary<PluralForm, TextTemplate> forms, bool isPlural)
{
    private readonly TextTemplate?[] _byForm = [.. Enum.GetValues<PluralForm>().Select(forms.GetValueOrDefault)];

    public bool IsPlural => isPlural;

    public IEnumerable<(PluralForm Form, TextTemplate Template)> Forms => forms.Select(form => (form.Key, form.Value));

    public TextTemplate Main => For(PluralForm.Other);

    public static TextEntry Of(string text) =>
        new(new Dictionary<PluralForm, TextTemplate> { [PluralForm.Other] = TextTemplate.Parse(text) }, isPlural: false);

    public TextTemplate For(PluralForm form) => _byForm[(int)form] ?? _byForm[(int)PluralForm.Other]!;
}
