using System.Collections.Immutable;

namespace Bot.Survey.Scoring;

/// <summary>Items that are averaged together: those of a criterion or those of a provider's zone.</summary>
/// <param name="Id">The criterion (<c>info</c>) or the zone (<c>portal</c>).</param>
/// <param name="Items">The item keys in the order of the questionnaire; at least one.</param>
public sealed record ItemGroup(string Id, ImmutableArray<string> Items);
