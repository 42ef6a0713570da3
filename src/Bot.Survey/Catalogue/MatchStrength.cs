namespace Bot.Survey.Catalogue;

/// <summary>How well something found fits what was typed, best first.</summary>
public enum MatchStrength
{
    /// <summary>It is the code, or a name in full.</summary>
    Exact,

    /// <summary>Its words, or their beginnings.</summary>
    Prefix,

    /// <summary>Words like its own: a typing error is assumed.</summary>
    Fuzzy,
}
