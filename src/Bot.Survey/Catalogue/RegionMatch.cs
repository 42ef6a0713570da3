namespace Bot.Survey.Catalogue;

/// <summary>A region that fits what was typed.</summary>
public sealed record RegionMatch(Region Region, MatchStrength Strength);
