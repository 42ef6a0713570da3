namespace Bot.Survey.Scoring;

/// <summary>What of a form has a score of its own.</summary>
public enum FormUnitKind
{
    /// <summary>One item.</summary>
    Item,

    /// <summary>A criterion.</summary>
    Criterion,

    /// <summary>The items of one zone: a provider.</summary>
    Zone,

    /// <summary>The whole form.</summary>
    Whole,

    /// <summary>The whole form without its thin criteria.</summary>
    WithoutThin,

    /// <summary>The whole form with its criteria weighing as much as people rated them.</summary>
    Weighted,
}

/// <summary>One unit of a form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Item, criterion or zone; empty for the whole ones.</param>
public readonly record struct FormUnit(FormUnitKind Kind, string Id)
{
    /// <summary>The whole form.</summary>
    public static FormUnit Whole { get; } = new(FormUnitKind.Whole, "");

    /// <summary>The form without thin criteria.</summary>
    public static FormUnit WithoutThin { get; } = new(FormUnitKind.WithoutThin, "");

    /// <summary>The weighted form.</summary>
    public static FormUnit Weighted { get; } = new(FormUnitKind.Weighted, "");
}
