using Bot.Scores;
using Bot.Survey.Catalogue;
using Microsoft.Extensions.Options;

namespace Bot.Managers.Pictures;

/// <summary>The pictures of the cards that lead to a service or a provider.</summary>
internal sealed class OverviewPictures(PictureFrames frames, ServiceCatalogue catalogue, StaffTexts staffTexts, IOptions<ScoresOptions> options)
{
    // More of them would be too small to be read on a phone.
    private const int MostRows = 16;

    public ScorePicture Overview(ScoreSummary summary, ScoreAccess access, PictureReader reader)
    {
        var frame = frames.New(reader);
        var (sheet, words) = (frame.Sheet, frame.Words);
        var rated = summary.Services.Where(service => service.Score is not null).ToList();
        frame.Begin(words["title"], null, null);
        if (reader.Place.Region is null)
            sheet.Line(words.Say("scope", ("scope", staffTexts.Scope(access.Scope with { Regions = [] }, reader.Language))), TextStyle.Small);
        sheet.Skip(12);
        sheet.Line(words.Say("with_answers", ("rated", rated.Count), ("total", summary.Services.Count)), TextStyle.Body);
        sheet.Line(words.Say("respondents_all", ("n", summary.Shown.Sum(service => service.Respondents ?? 0))), TextStyle.Body);
        if (summary.Score is { } score)
            sheet.Line(words.Say("over_services", ("n", summary.Shown.Count), ("score", frame.Lines.Interval(score))), TextStyle.Body);
        Ranking(frame, [.. summary.Ranked.Index().Select(one => Row(frame, one.Index + 1, one.Item))]);
        Gated(frame, summary);
        return frame.End("overview");
    }

    public ScorePicture Provider(ProviderScores scores, PictureReader reader)
    {
        var frame = frames.New(reader);
        var words = frame.Words;
        frame.Begin(catalogue.FindProvider(scores.Provider)?.Name[reader.Language] ?? scores.Provider, null, null);
        var services = scores.Services.Where(service => service.Score is not null).OrderByDescending(service => service.Score!.Mean)
            .Select(service => new PictureRow(Name(service.Service, words), service.Score, Note: frame.Counted(service.Period))).ToList();
        new ScoreRows(frame.Sheet, words, frame.Legend).Write(
        [
            (null, [new(words["simple_mean"], scores.Score, IsWhole: true), new(words["weighted"], scores.Weighted, IsWhole: true)]),
            .. Extremes(words, words["services"], services),
        ]);
        return frame.End($"provider-{scores.Provider}");
    }

    private static void Ranking(PictureFrame frame, List<PictureRow> ranked)
    {
        var (sheet, words) = (frame.Sheet, frame.Words);
        if (ranked.Count == 0)
        {
            sheet.Skip(12);
            sheet.Line(words["nothing_ranked"], TextStyle.Body);
        }
        else
        {
            new ScoreRows(sheet, words, frame.Legend).Write(Extremes(words, null, ranked));
        }
    }

    /// <summary>All rows, or the highest and the lowest where they are too many.</summary>
    private static List<(string? Title, IReadOnlyList<PictureRow> Rows)> Extremes(ScoreWords words, string? title, List<PictureRow> rows)
    {
        if (rows.Count <= MostRows)
            return [(title, rows)];
        var rated = rows.FindAll(row => row.Score?.Mean is not null);
        return [(words["top"], [.. rated.Take(MostRows / 2)]), (words["bottom"], [.. rated.Skip(MostRows / 2).TakeLast(MostRows / 2)])];
    }

    private void Gated(PictureFrame frame, ScoreSummary summary)
    {
        var words = frame.Words;
        if (summary.Count(ScoreStatus.Preliminary) is > 0 and var preliminary)
            frame.Sheet.Line(words.Say("preliminary_count", ("n", preliminary), ("min", options.Value.MinimumToRank)), TextStyle.Small);
        if (summary.Count(ScoreStatus.TooFew) is > 0 and var few)
            frame.Sheet.Line(words.Say("hidden_count", ("n", few)), TextStyle.Small);
    }

    private PictureRow Row(PictureFrame frame, int rank, ServiceScores service) =>
        new($"{frame.Words.Number(rank)}. {Name(service.Service, frame.Words)}", service.Score, Note: frame.Counted(service.Period));

    private string Name(string service, ScoreWords words) => catalogue.FindService(service)?.ShortName[words.Language] ?? service;
}
