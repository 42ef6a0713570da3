using System.Text.Json;

namespace Bot.Survey.Tests.Scoring;

/// <summary>The score tables and region tables of the 2025 monitoring's report, as printed.</summary>
internal sealed record PublishedTables(IReadOnlyList<PublishedScores> Scores, IReadOnlyList<PublishedRegions> Regions)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static PublishedTables All { get; } = JsonSerializer.Deserialize<PublishedTables>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scoring", "published-tables.json")), _json)
        ?? throw new InvalidDataException("The published tables are empty.");
}

/// <summary>A printed pair: the mean on 1–5 and the share of 5s in percent.</summary>
internal sealed record PublishedFigure(decimal Mean, decimal Full);

/// <summary>One table of scores; <c>base</c> stands where the stated number of respondents does not fit the shares.</summary>
internal sealed record PublishedScores(
    int Table,
    string Service,
    string Form,
    int? Respondents,
    int? Base,
    IReadOnlyDictionary<string, PublishedFigure> Items,
    IReadOnlyDictionary<string, PublishedFigure> Criteria,
    PublishedFigure Overall,
    IReadOnlyDictionary<string, PublishedFigure> Zones,
    string? Misprint);

/// <summary>One table of regions in the printed order.</summary>
internal sealed record PublishedRegions(int Table, string Service, IReadOnlyList<PublishedRegion> Rows);

/// <summary>One row of a table of regions; null where nobody answered.</summary>
internal sealed record PublishedRegion(string Region, PublishedFigure? Electronic, PublishedFigure? Paper, PublishedFigure? Combined);
