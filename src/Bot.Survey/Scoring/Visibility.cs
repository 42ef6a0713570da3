namespace Bot.Survey.Scoring;

/// <summary>How much of a cell those may see who are not administrators.</summary>
public enum Visibility
{
    /// <summary>Nothing but «too few answers».</summary>
    Hidden,

    /// <summary>The score, called preliminary; it takes no place in a rating.</summary>
    Preliminary,

    /// <summary>The score.</summary>
    Shown,
}
