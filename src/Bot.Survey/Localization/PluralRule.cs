namespace Bot.Survey.Localization;

/// <summary>Which form of a text stands with a number: Unicode's CLDR rules for the languages here.</summary>
/// <remarks>A texts file selects its rule by <c>language.plural</c>, so that a further language needs no code.</remarks>
public sealed class PluralRule
{
    /// <summary>Kazakh: one and other. A noun stays singular after a number, so that a text needs only <c>other</c>.</summary>
    public static readonly PluralRule Kazakh = new("kk", n => n == 1 ? PluralForm.One : PluralForm.Other, [PluralForm.Other]);

    /// <summary>Russian: one, few, many, and other for fractions.</summary>
    public static readonly PluralRule Russian = new("ru", Slavic, [PluralForm.One, PluralForm.Few, PluralForm.Many, PluralForm.Other]);

    /// <summary>One and other: the rule of a file that names none.</summary>
    public static readonly PluralRule OneOther = new("one-other", n => n == 1 ? PluralForm.One : PluralForm.Other, [PluralForm.One, PluralForm.Other]);

    private readonly Func<decimal, PluralForm> _ofWhole;

    private PluralRule(string id, Func<decimal, PluralForm> ofWhole, IReadOnlyList<PluralForm> required)
    {
        Id = id;
        _ofWhole = ofWhole;
        Required = required;
    }

    /// <summary>Its name in a texts file: «kk», «ru» or «one-other».</summary>
    public string Id { get; }

    /// <summary>The forms that a text with a number must have under this rule.</summary>
    public IReadOnlyList<PluralForm> Required { get; }

    /// <summary>The rule of that name, or null.</summary>
    public static PluralRule? Find(string id) => id switch
    {
        "kk" => Kazakh,
        "ru" => Russian,
        "one-other" => OneOther,
        _ => null,
    };

    /// <summary>The form for <paramref name="number"/>; a number written with decimals is always <see cref="PluralForm.Other"/>.</summary>
    public PluralForm Of(decimal number) => number.Scale > 0 ? PluralForm.Other : _ofWhole(decimal.Abs(number));

    private static PluralForm Slavic(decimal n) => (n % 100, n % 10) switch
    {
        ( >= 11 and <= 14, _) => PluralForm.Many,
        (_, 1) => PluralForm.One,
        (_, >= 2 and <= 4) => PluralForm.Few,
        _ => PluralForm.Many,
    };
}
