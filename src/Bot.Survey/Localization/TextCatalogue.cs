using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Survey.Localization;

/// <summary>Everything that people read, by language and key.</summary>
/// <remarks>
/// Made from any texts, right or wrong; <see cref="Faults"/> says what is wrong with them. Immutable and safe for concurrent use.
/// </remarks>
public sealed class TextCatalogue
{
    private readonly FrozenDictionary<string, Side> _sides;
    private readonly FrozenSet<string> _keys;
    private readonly TextFile[] _files;

    /// <param name="files">Name and content of each language's file, in any order.</param>
    public TextCatalogue(IEnumerable<(string FileName, string Json)> files)
    {
        _files = [.. files.Select(file => new TextFile(file.FileName, file.Json)).OrderBy(Place).ThenBy(file => file.Language.Code, StringComparer.Ordinal)];
        _sides = _files.DistinctBy(file => file.Language.Code).ToFrozenDictionary(file => file.Language.Code, file => new Side(file));
        Languages = [.. _files.Select(file => file.Language).DistinctBy(language => language.Code)];
        Keys = [.. _files.SelectMany(file => file.Entries.Keys).Where(key => !key.StartsWith("language.", StringComparison.Ordinal)).Distinct()];
        _keys = Keys.ToFrozenSet();
    }

    /// <summary>The languages: Kazakh, Russian, then the others by code.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <summary>The keys of all texts, as the files order them, without those that describe a language.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Whether any language has a text under <paramref name="key"/>.</summary>
    public bool Has(string key) => _keys.Contains(key);

    /// <summary>The text as it stands in the file, with its placeholders; of a text with plural forms the form <c>other</c>.</summary>
    /// <exception cref="KeyNotFoundException">The language or the text does not exist.</exception>
    public string Get(string language, string key) => Find(language, key).Entry.Main.Text;

    /// <summary>The text with its placeholders filled in.</summary>
    /// <param name="language">A language's code.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="args">
    /// The values by name. Dates and numbers are written by the language's culture (whole numbers without, others with up to two decimals),
    /// anything else by its ToString. A value named «n» also chooses the plural form.
    /// </param>
    /// <exception cref="KeyNotFoundException">The language or the text does not exist.</exception>
    /// <exception cref="ArgumentException">A placeholder has no value.</exception>
    public string Format(string language, string key, params ReadOnlySpan<(string Name, object Value)> args)
    {
        var (side, entry) = Find(language, key);
        var form = entry.IsPlural ? side.Plural.Of(CountIn(args)) : PluralForm.Other;
        return entry.For(form).Fill(side.Write, args);
    }

    /// <summary>Day and month in words, as the language writes them in a sentence: «12 наурыз», «12 марта».</summary>
    public string Date(string language, DateOnly date) => SideOf(language, "").Date(date);

    /// <summary>Day, month in words and year: «2026 ж. 12 наурыз», «12 марта 2026 г.».</summary>
    public string DateWithYear(string language, DateOnly date) => SideOf(language, "").DateWithYear(date);

    /// <summary>A number with exactly <paramref name="decimals"/> decimals, rounded half away from zero: «4,80».</summary>
    public string Number(string language, decimal number, int decimals) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), SideOf(language, "").Culture);

    /// <summary>Everything that is wrong with the texts; empty when a person can read all of them in every language.</summary>
    public IReadOnlyList<TextFault> Faults() => [.. _files.SelectMany(file => file.Faults), .. TextChecks.Of(_files, Keys)];

    private static int Place(TextFile file) => file.Language.Code switch { "kk" => 0, "ru" => 1, _ => 2 };

    private static decimal CountIn(ReadOnlySpan<(string Name, object Value)> args)
    {
        foreach (var (name, value) in args)
        {
            if (name == "n" && value is int or long or short or byte or decimal or double)
            {
                return Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            }
        }

        return 0.5m;
    }

    private (Side Side, TextEntry Entry) Find(string language, string key)
    {
        var side = SideOf(language, key);
        return side.Entries.TryGetValue(key, out var entry) ? (side, entry) : throw Missing(language, key);
    }

    private Side SideOf(string language, string key) =>
        _sides.TryGetValue(language, out var side) ? side : throw Missing(language, key);

    private static KeyNotFoundException Missing(string language, string key) => new($"There is no text «{key}» in the language «{language}».");

    /// <summary>One language, ready to write in.</summary>
    private sealed class Side(TextFile file)
    {
        // Without the day of the week; newer ICU data has a narrow space that not every font knows.
        private readonly string _dayMonthYear = file.Language.Culture.DateTimeFormat.LongDatePattern
            .Replace("dddd", "", StringComparison.Ordinal).Replace('\u202f', '\u00a0').Trim(' ', ',');

        public FrozenDictionary<string, TextEntry> Entries { get; } = file.Entries.ToFrozenDictionary();

        public PluralRule Plural => file.Plural;

        public CultureInfo Culture => file.Language.Culture;

        public string Date(DateOnly date) => date.ToString(Culture.DateTimeFormat.MonthDayPattern, Culture);

        public string DateWithYear(DateOnly date) => date.ToString(_dayMonthYear, Culture);

        public string Write(object value) => value switch
        {
            string text => text,
            DateOnly date => Date(date),
            int or long or short or byte => ((IFormattable)value).ToString("N0", Culture),
            decimal or double => ((IFormattable)value).ToString("#,0.##", Culture),
            IFormattable other => other.ToString(null, Culture),
            _ => value.ToString() ?? "",
        };
    }
}
