namespace Bot.Survey.Localization;

/// <summary>Compares the files of all languages with one another.</summary>
internal static class TextChecks
{
    public static IEnumerable<TextFault> Of(IReadOnlyList<TextFile> files, IReadOnlyList<string> keys)
    {
        foreach (var twice in files.GroupBy(file => file.Language.Code).SelectMany(same => same.Skip(1)))
        {
            yield return new TextFault(twice.Name, "language.code", $"«{twice.Language.Code}» is the code of another file too");
        }

        foreach (var key in keys)
        {
            foreach (var fault in OfKey(files, key))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<TextFault> OfKey(IReadOnlyList<TextFile> files, string key)
    {
        var model = files.First(file => file.Entries.ContainsKey(key));
        var placeholders = PlaceholdersOf(model.Entries[key].Main);
        foreach (var file in files)
        {
            if (!file.Entries.TryGetValue(key, out var entry))
            {
                yield return new TextFault(file.Name, key, $"is missing (it is in {model.Name})");
                continue;
            }

            foreach (var problem in OfEntry(file, entry, placeholders, model.Name))
            {
                yield return new TextFault(file.Name, key, problem);
            }
        }
    }

    private static IEnumerable<string> OfEntry(TextFile file, TextEntry entry, string placeholders, string model)
    {
        foreach (var (form, template) in entry.Forms)
        {
            var where = entry.IsPlural ? $"form «{Id(form)}» " : "";
            if (string.IsNullOrWhiteSpace(template.Text))
            {
                yield return $"{where}is empty";
            }
            else if (template.IsBroken)
            {
                yield return $"{where}has a brace that encloses no name";
            }
            else if (PlaceholdersOf(template) is var own && own != placeholders)
            {
                yield return $"{where}has the placeholders [{own}], but [{placeholders}] in {model}";
            }
        }

        if (entry.IsPlural)
        {
            var present = entry.Forms.Select(form => form.Form).ToHashSet();
            foreach (var form in file.Plural.Required.Where(form => !present.Contains(form)))
            {
                yield return $"form «{Id(form)}» is missing (plural rule {file.Plural.Id})";
            }
        }
    }

    private static string PlaceholdersOf(TextTemplate template) =>
        string.Join(", ", template.Placeholders.Distinct().Order(StringComparer.Ordinal));

    private static string Id(PluralForm form) => form switch
    {
        PluralForm.One => "one",
        PluralForm.Few => "few",
        PluralForm.Many => "many",
        _ => "other",
    };
}
