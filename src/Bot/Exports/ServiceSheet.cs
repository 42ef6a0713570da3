using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;

namespace Bot.Exports;

/// <summary>
/// A service as a table of the report: criteria with their items, the overall score and the providers, one under another; the forms and
/// the scores over them side by side.
/// </summary>
internal sealed class ServiceSheet(Workbook book, ScoreWords words, ServiceCatalogue catalogue, ServiceScores scores)
{
    private const double LabelWidth = 46;
    private readonly List<(string Id, FormScores Scores)> _forms = [.. scores.Forms.Select(form => (form.Key, form.Value))];

    private bool IsCombined => _forms.Count != 1;

    /// <param name="note">What stands under the title.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WriteAsync(string note, CancellationToken cancellationToken)
    {
        var service = catalogue.FindService(scores.Service);
        List<string> blocks = [.. _forms.Select(form => words.Form(form.Id)), .. IsCombined ? [words["all_forms"]] : Array.Empty<string>()];
        var table = new ScoreTable(book, words, [("criterion", LabelWidth)], blocks);
        await table.StartAsync($"{scores.Service} {service?.ShortName[words.Language]}", service?.Name[words.Language] ?? scores.Service, note, cancellationToken);
        foreach (var row in Rows())
            await table.AddAsync([SheetCell.Text(row.Label)], [.. row.ByForm, .. IsCombined ? [(row.Combined, false)] : Array.Empty<(ScoreView?, bool)>()], row.Look, note: null, cancellationToken);
    }

    private IEnumerable<ScoreRow> Rows() =>
    [
        .. scores.Criteria.Where(c => c.Value is not null).SelectMany(c => (IEnumerable<ScoreRow>)[Criterion(c.Key, c.Value), .. Items(c.Key)]),
        Row(words["overall"], form => (form.Score, false), scores.Score, CellLook.Total),
        Row(words["without_thin"], form => (form.WithoutThin, false), scores.WithoutThin, CellLook.Plain),
        Row(words["weighted"], form => (form.Weighted, false), scores.Weighted, CellLook.Plain),
        .. scores.Providers.Where(p => p.Value is not null).Select(p => Provider(p.Key, p.Value)),
    ];

    private ScoreRow Criterion(string id, ScoreView? combined) =>
        Row(words.Criterion(id), form => form.Criteria.GetValueOrDefault(id) is { } own ? (own.Score, own.Thin) : default, combined, CellLook.Strong);

    // The method has no score of an item over forms.
    private IEnumerable<ScoreRow> Items(string criterion) =>
        from form in _forms
        where form.Scores.Criteria.ContainsKey(criterion)
        from item in form.Scores.Criteria[criterion].Items
        where item.Value is not null
        group form.Id by item.Key into item
        select Row(
            words.Label(item.First(), item.Key),
            form => (form.Criteria.GetValueOrDefault(criterion)?.Items.GetValueOrDefault(item.Key), false),
            combined: null,
            CellLook.Indented);

    private ScoreRow Provider(string id, ScoreView? combined)
    {
        var zones = _forms.Select(form => form.Scores.Providers.GetValueOrDefault(id)?.Zone).OfType<string>().Distinct(StringComparer.Ordinal).Select(zone => words["zone_" + zone]);
        var name = catalogue.FindProvider(id)?.ShortName[words.Language] ?? id;
        return Row($"{name} ({string.Join(", ", zones)})", form => (form.Providers.GetValueOrDefault(id)?.Score, false), combined, CellLook.Plain);
    }

    private ScoreRow Row(string label, Func<FormScores, (ScoreView? Score, bool Thin)> of, ScoreView? combined, CellLook look) =>
        new(label, [.. _forms.Select(form => of(form.Scores))], combined, look);

    private sealed record ScoreRow(string Label, IReadOnlyList<(ScoreView? Score, bool Thin)> ByForm, ScoreView? Combined, CellLook Look);
}
