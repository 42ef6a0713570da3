using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>
/// Takes out of computed scores what may not be shown to others than administrators: cells under the minimum, and the smallest shown cell
/// of a split whose hidden cells hold so few together that they could be worked out from the whole. What stands over several forms or services is
/// computed from those that are shown alone, so that no hidden one can be worked out from it.
/// </summary>
internal sealed class ScoreGate(PublishGate gate)
{
    public ServiceScores Apply(ServiceScores s, ServiceTallies tallies, PartScores parts)
    {
        if (tallies.InRating?.Combined?.Status == ScoreStatus.TooFew || (tallies.Others.Count > 0 && IsFewOrLess(tallies.Others.Values.Sum(t => t.Respondents))))
            return Hide(s);
        var hidden = s.Forms.Where(f => gate.IsFew(f.Value.Respondents ?? 0)).Select(f => f.Key).Union(HiddenForms(tallies.InRating)).ToHashSet(StringComparer.Ordinal);
        var forms = s.Forms.ToDictionary(
            f => f.Key,
            f => hidden.Contains(f.Key) ? Hidden(f.Value) : Apply(f.Value, FormGate.Hidden(tallies.Forms[f.Key], gate, tallies.Others.GetValueOrDefault(f.Key))),
            StringComparer.Ordinal);
        var counted = forms.Values.Where(f => f.Respondents is not null).ToList();
        return s with
        {
            Respondents = counted.Count > 0 || forms.Count == 0 ? counted.Sum(f => f.Respondents) : null,
            Score = Over(forms.Values.Select(f => f.Score)),
            WithoutThin = Over(forms.Values.Select(f => f.WithoutThin)),
            Weighted = Over(forms.Values.Select(f => f.Weighted), ScoringMethod.OverFormsWeighted),
            Splits = s.Splits?.ToDictionary(d => d.Key, IReadOnlyDictionary<string, ScoreView?> (d) => Split(d.Key, d.Value.Keys, forms, tallies, parts), StringComparer.Ordinal),
            Criteria = s.Criteria.ToDictionary(c => c.Key, c => Over(forms.Values.Select(f => f.Criteria.GetValueOrDefault(c.Key)?.Score)), StringComparer.Ordinal),
            Providers = s.Providers.ToDictionary(p => p.Key, p => Over(forms.Values.Select(f => f.Providers.GetValueOrDefault(p.Key)?.Score)), StringComparer.Ordinal),
            Forms = forms,
        };
    }

    /// <summary>Hides everything: the whole belongs to a hidden cell of another split.</summary>
    public static ServiceScores Hide(ServiceScores s) => s with
    {
        Respondents = null,
        Score = ScoreView.TooFew,
        WithoutThin = ScoreView.TooFew,
        Weighted = ScoreView.TooFew,
        Splits = null,
        Criteria = s.Criteria.ToDictionary(c => c.Key, ScoreView? (_) => ScoreView.TooFew, StringComparer.Ordinal),
        Providers = s.Providers.ToDictionary(p => p.Key, ScoreView? (_) => ScoreView.TooFew, StringComparer.Ordinal),
        Forms = s.Forms.ToDictionary(f => f.Key, f => Hidden(f.Value), StringComparer.Ordinal),
    };

    /// <summary>A score over forms or services: that of the shown ones.</summary>
    /// <param name="parts">Its parts, gated; null where nobody rated.</param>
    /// <param name="over">How it is made of them; null: as a simple mean.</param>
    public ScoreView? Over(IEnumerable<ScoreView?> parts, Func<IEnumerable<Score?>, Score?>? over = null)
    {
        var rated = parts.OfType<ScoreView>().ToList();
        return rated.Count == 0 ? null : ScoreView.Of((over ?? ScoringMethod.OverForms)(rated.Select(p => p.Score)), gate) ?? ScoreView.TooFew;
    }

    /// <summary>Hides small cells; only regions with enough respondents keep a place, and the others follow without an order that would tell.</summary>
    /// <param name="rating">All of it.</param>
    /// <param name="name">The name of a region, by which equal ones are ordered.</param>
    public RegionRating Apply(RegionRating rating, Func<string, string> name)
    {
        var electronic = Hidden(rating, r => r.Electronic);
        var paper = Hidden(rating, r => r.Paper);
        var proactive = Hidden(rating, r => r.Proactive);
        var rows = rating.Rows.Select(r =>
        {
            var row = r with
            {
                Electronic = Show(r.Electronic, electronic.Contains(r.Region)),
                Paper = Show(r.Paper, paper.Contains(r.Region)),
                Proactive = Show(r.Proactive, proactive.Contains(r.Region)),
            };
            return row with { Combined = Over([row.Electronic, row.Paper, row.Proactive]) };
        }).ToList();
        var places = rows.Where(r => r.Rank is not null && r.Combined?.Status == ScoreStatus.Shown)
            .OrderByDescending(r => r.Combined?.Score?.Mean).ThenByDescending(r => r.Combined?.Score?.Full).ThenBy(r => name(r.Region), StringComparer.Ordinal).ToList();
        var others = rows.Except(places).Select(r => r with { Rank = null }).OrderBy(r => r.Combined is null).ThenBy(r => r.Region, StringComparer.Ordinal);
        return rating with { Rows = [.. places.Select((r, i) => r with { Rank = i + 1 }), .. others] };
    }

    /// <summary>Whether a score takes a place in a rating: for administrators every score does.</summary>
    public static Func<ScoreView, bool> Ranks(bool everything) => score => everything || score.Status == ScoreStatus.Shown;

    private static IEnumerable<string> HiddenForms(RegionRow? row) =>
        new[] { (ServiceForm.Electronic, row?.Electronic), (ServiceForm.Paper, row?.Paper), (ServiceForm.Proactive, row?.Proactive) }
            .Where(form => form.Item2?.Status == ScoreStatus.TooFew).Select(form => form.Item1.Id());

    private static FormScores Apply(FormScores form, IReadOnlySet<FormUnit> hidden)
    {
        if (form.Criteria.Keys.All(c => hidden.Contains(new FormUnit(FormUnitKind.Criterion, c))))
            return Hidden(form);
        return form with
        {
            Score = Show(form.Score, hidden.Contains(FormUnit.Whole)),
            WithoutThin = Show(form.WithoutThin, hidden.Contains(FormUnit.WithoutThin)),
            Weighted = Show(form.Weighted, hidden.Contains(FormUnit.Weighted)),
            Criteria = form.Criteria.ToDictionary(c => c.Key, c => Apply(c.Key, c.Value, hidden), StringComparer.Ordinal),
            Providers = form.Providers.ToDictionary(p => p.Key, p => p.Value with { Score = Show(p.Value.Score, hidden.Contains(ZoneUnit(p.Value))) }, StringComparer.Ordinal),
        };
    }

    private static CriterionScores Apply(string id, CriterionScores criterion, IReadOnlySet<FormUnit> hidden) => criterion with
    {
        Score = Show(criterion.Score, hidden.Contains(new FormUnit(FormUnitKind.Criterion, id))),
        Items = criterion.Items.ToDictionary(i => i.Key, i => Show(i.Value, hidden.Contains(new FormUnit(FormUnitKind.Item, i.Key))), StringComparer.Ordinal),
    };

    private static FormUnit ZoneUnit(ZoneScore zone) => zone.Zone == Zones.Whole ? FormUnit.Whole : new FormUnit(FormUnitKind.Zone, zone.Zone);

    /// <summary>A dimension splits every form: a part is hidden in the forms in which few people stand behind it, or behind what is left of it elsewhere.</summary>
    private Dictionary<string, ScoreView?> Split(
        string dimension, IEnumerable<string> names, Dictionary<string, FormScores> forms, ServiceTallies tallies, PartScores parts)
    {
        var keys = names.ToDictionary(name => name, name => $"{dimension}={name}", StringComparer.Ordinal);
        var hidden = forms.ToDictionary(
            f => f.Key,
            f => f.Value.Score?.Mean is null ? null : gate.Hidden(keys.Values.Select(part => (part, parts.Of(part, f.Key)?.N ?? 0))),
            StringComparer.Ordinal);
        return keys.ToDictionary(
            part => part.Key,
            part => Over(hidden.Select(form => Show(
                ScoreView.Of(parts.Of(part.Value, form.Key), gate),
                form.Value?.Contains(part.Value) != false || IsFewOrLess(tallies.OtherParts.GetValueOrDefault((part.Value, form.Key)))))),
            StringComparer.Ordinal);
    }

    private static FormScores Hidden(FormScores form) => form with
    {
        Respondents = null,
        Score = Show(form.Score, hide: true),
        WithoutThin = Show(form.WithoutThin, hide: true),
        Weighted = Show(form.Weighted, hide: true),
        Criteria = form.Criteria.ToDictionary(c => c.Key, c => HiddenWhole(c.Value), StringComparer.Ordinal),
        Providers = form.Providers.ToDictionary(p => p.Key, p => p.Value with { Score = Show(p.Value.Score, hide: true) }, StringComparer.Ordinal),
    };

    // Also where nobody rated: that few people left something unrated may not be seen either.
    private static CriterionScores HiddenWhole(CriterionScores criterion) => new(
        ScoreView.TooFew, false, criterion.Items.ToDictionary(i => i.Key, ScoreView? (_) => ScoreView.TooFew, StringComparer.Ordinal));

    private IReadOnlySet<string> Hidden(RegionRating rating, Func<RegionRow, ScoreView?> cell) => gate.Hidden(rating.Rows.Select(r => (r.Region, N(cell(r)))));

    /// <summary>Also where what is published of the whole is older than what is published of its part.</summary>
    private bool IsFewOrLess(long people) => people < 0 || gate.IsFew(people);

    private static ScoreView? Show(ScoreView? score, bool hide) => score is null || !hide ? score : ScoreView.TooFew;

    private static long N(ScoreView? score) => score?.N ?? 0;
}
