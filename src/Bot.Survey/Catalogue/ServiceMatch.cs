namespace Bot.Survey.Catalogue;

/// <summary>A service that fits what was typed.</summary>
public sealed record ServiceMatch(Service Service, MatchStrength Strength);
