using Bot.Scores;
using Bot.Survey.Catalogue;

namespace Bot.Managers.Pictures;

/// <summary>The pictures of the cards about one service.</summary>
internal sealed class ServicePictures(PictureFrames frames, ServiceCatalogue catalogue)
{
    public ScorePicture Service(ServiceScores scores, PictureReader reader)
    {
        var frame = Begin(scores.Service, null, reader, scores.Period);
        var words = frame.Words;
        ScoreHeadline.Write(frame, scores.Score, scores.Respondents);
        if (scores.Score?.Mean is null)
            return frame.End($"service-{scores.Service}");
        var forms = scores.Forms.Select(form => new PictureRow(words.Form(form.Key), form.Value.Score)).ToList();
        var criteria = scores.Forms.Count == 1
            ? Criteria(words, scores.Forms.Values.First())
            : [.. scores.Criteria.Where(c => c.Value is not null).Select(c => new PictureRow(words.Criterion(c.Key), c.Value))];
        new ScoreRows(frame.Sheet, words, frame.Legend).Write(
            forms.Count == 1 ? [(words["by_criteria"], criteria)] : [(words["by_forms"], forms), (words["by_criteria"], criteria)]);
        return frame.End($"service-{scores.Service}");
    }

    /// <summary>The criteria, the forms side by side.</summary>
    public ScorePicture Criteria(ServiceScores scores, PictureReader reader)
    {
        var frame = Begin(scores.Service, "by_criteria", reader, scores.Period);
        var words = frame.Words;
        if (scores.Forms.Count == 1)
        {
            var (form, only) = scores.Forms.First();
            new ScoreRows(frame.Sheet, words, frame.Legend).Write([(null, [new(words.Form(form), only.Score, IsWhole: true), .. Criteria(words, only)])]);
            return frame.End($"criteria-{scores.Service}");
        }

        var rows = scores.Criteria.Where(c => c.Value is not null).Select(c => (words.Criterion(c.Key), Cells(scores, form => Cell(form, c.Key), c.Value))).ToList();
        new ScoreTable(frame.Sheet, words, frame.Legend, [.. scores.Forms.Keys.Select(form => words["column_" + form]), words["column_combined"]])
            .Write([(words["overall"], Cells(scores, form => new PictureRow("", form.Score), scores.Score)), .. rows]);
        return frame.End($"criteria-{scores.Service}");
    }

    /// <summary>The items of one form, criterion by criterion.</summary>
    public ScorePicture Items(ServiceScores scores, string? form, PictureReader reader)
    {
        var frame = Begin(scores.Service, "by_items", reader, scores.Period);
        var words = frame.Words;
        if (form is not null && scores.Forms.GetValueOrDefault(form) is { } own)
        {
            var whole = new PictureRow(words.Form(form), own.Score, IsWhole: true);
            var sections = own.Criteria.Where(c => c.Value.Score is not null).Select(c => ((string?)words.Criterion(c.Key), Items(words, form, c.Value)));
            new ScoreRows(frame.Sheet, words, frame.Legend).Write([(null, [whole]), .. sections]);
        }

        return frame.End($"items-{scores.Service}");
    }

    public ScorePicture Providers(ServiceScores scores, PictureReader reader)
    {
        var frame = Begin(scores.Service, "by_providers", reader, scores.Period);
        var words = frame.Words;
        var sections = scores.Providers.Select(provider => ((string?)null, Zones(words, scores, provider.Key, provider.Value)));
        new ScoreRows(frame.Sheet, words, frame.Legend).Write([.. sections]);
        return frame.End($"providers-{scores.Service}");
    }

    public ScorePicture Regions(RegionRating rating, PictureReader reader)
    {
        var frame = Begin(rating.Service, "by_regions", reader);
        var words = frame.Words;
        (string Form, Func<RegionRow, ScoreView?> Of)[] forms =
        [
            (ServiceForm.Electronic.Id(), row => row.Electronic), (ServiceForm.Paper.Id(), row => row.Paper), (ServiceForm.Proactive.Id(), row => row.Proactive),
        ];
        var used = forms.Where(form => rating.Rows.Any(row => form.Of(row) is not null)).ToList();
        var rated = rating.Rows.Where(row => row.Combined is not null).Select(row => (
            (row.Rank is { } rank ? $"{words.Number(rank)}. {frame.Region(row.Region)}" : frame.Region(row.Region)) + (frame.Counted(row.Period) is { } days ? $". {days}" : ""),
            (IReadOnlyList<PictureRow>)[.. used.Select(form => new PictureRow("", form.Of(row))), new PictureRow("", row.Combined)])).ToList();
        if (rated.Count > 0)
            new ScoreTable(frame.Sheet, words, frame.Legend, [.. used.Select(form => words["column_" + form.Form]), words["column_combined"]]).Write(rated);
        var silent = rating.Rows.Where(row => row.Combined is null).Select(row => frame.Region(row.Region)).Order(StringComparer.Create(words.Culture, ignoreCase: true)).ToList();
        if (silent.Count > 0)
            frame.Sheet.Line($"{words["no_data"]}: {string.Join(", ", silent)}", TextStyle.Small);
        return frame.End($"regions-{rating.Service}");
    }

    private PictureFrame Begin(string id, string? view, PictureReader reader, ScorePeriod? counted = null)
    {
        var frame = frames.New(reader);
        var service = catalogue.FindService(id);
        frame.Begin(service?.ShortName[reader.Language] ?? id, service?.Code, view is null ? null : frame.Words[view], counted);
        return frame;
    }

    private static List<PictureRow> Criteria(ScoreWords words, FormScores form) =>
        [.. form.Criteria.Where(c => c.Value.Score is not null).Select(c => new PictureRow(words.Criterion(c.Key), c.Value.Score, c.Value.Thin, form.Score))];

    private static IReadOnlyList<PictureRow> Items(ScoreWords words, string form, CriterionScores criterion) =>
        [.. criterion.Items.Where(i => i.Value is not null).Select(i => new PictureRow(words.Label(form, i.Key), i.Value, Within: criterion.Score))];

    private IReadOnlyList<PictureRow> Zones(ScoreWords words, ServiceScores scores, string provider, ScoreView? score) =>
    [
        new(catalogue.FindProvider(provider)?.ShortName[words.Language] ?? provider, score, IsWhole: true),
        .. scores.Forms.Where(form => form.Value.Providers.ContainsKey(provider)).Select(form => new PictureRow(
            $"{words.Form(form.Key)}, {words["zone_" + form.Value.Providers[provider].Zone]}", form.Value.Providers[provider].Score)),
    ];

    private static IReadOnlyList<PictureRow> Cells(ServiceScores scores, Func<FormScores, PictureRow> cell, ScoreView? whole) =>
        [.. scores.Forms.Values.Select(cell), new PictureRow("", whole)];

    private static PictureRow Cell(FormScores form, string criterion) =>
        form.Criteria.TryGetValue(criterion, out var own) ? new PictureRow("", own.Score, own.Thin) : new PictureRow("", null);
}
