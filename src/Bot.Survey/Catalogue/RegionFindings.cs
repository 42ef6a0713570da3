namespace Bot.Survey.Catalogue;

/// <summary>What a typed region may be.</summary>
/// <param name="Matches">The regions that fit, best first.</param>
/// <param name="Ambiguous">The ambiguous name that was typed: its question is to be asked over the matches; null where none was.</param>
public sealed record RegionFindings(IReadOnlyList<RegionMatch> Matches, AmbiguousName? Ambiguous);
