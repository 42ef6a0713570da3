namespace Bot.Survey.Localization;

/// <summary>The grammatical forms that a number can ask for, named as in Unicode's CLDR.</summary>
public enum PluralForm
{
    /// <summary>1 респондент, 21 респондент.</summary>
    One,

    /// <summary>2 респондента.</summary>
    Few,

    /// <summary>5 респондентов, 11 респондентов.</summary>
    Many,

    /// <summary>All that the language does not tell apart, and every fraction.</summary>
    Other,
}
