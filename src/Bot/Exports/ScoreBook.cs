using Bot.Scores;

namespace Bot.Exports;

/// <summary>What a workbook of scores is to hold.</summary>
/// <param name="Language">Language of its words.</param>
/// <param name="Scope">Whose scores, in words.</param>
/// <param name="Region">The region whose responses alone are counted; null: all.</param>
/// <param name="Period">The period that was asked for; null: all.</param>
/// <param name="Everything">Whether the reader sees what the publish gate hides.</param>
/// <param name="UpdatedAt">When a score was last computed.</param>
/// <param name="Services">One line a service.</param>
/// <param name="Providers">One line a provider.</param>
/// <param name="Sheets">One sheet a service.</param>
/// <param name="Rating">The rating of regions; null: none.</param>
internal sealed record ScoreBook(
    string Language,
    string Scope,
    string? Region,
    ScorePeriod? Period,
    bool Everything,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<ServiceSummary> Services,
    IReadOnlyList<ProviderSummary> Providers,
    IAsyncEnumerable<ServiceScores> Sheets,
    RegionRating? Rating);
