namespace Bot.Survey.Catalogue;

/// <summary>A name that more than one region answers to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Aliases">The ways it is written.</param>
/// <param name="Regions">The ids of the regions that may be meant, in the order offered.</param>
/// <param name="Ask">The question that settles it.</param>
public sealed record AmbiguousName(string Id, IReadOnlyList<string> Aliases, IReadOnlyList<string> Regions, LocalText Ask);
