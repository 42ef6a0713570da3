using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>
/// Takes out of computed scores what may not be shown to others than administrators: cells under the minimum, and the smallest shown cell
/// of a split whose hidden cells hold so few together that they could be worked out from the whole.
/// </summary>
internal sealed class ScoreGate(PublishGate gate)
{
    public ServiceScores Apply(ServiceScores s, ServiceTallies tallies)
    {
        if (tallies.InRating?.Combined?.Status == ScoreStatus.TooFew || (tallies.Others.Count > 0 && gate.IsFew(tallies.Others.Values.Sum(bases => bases[0]))))
            return Hide(s);
        var hidden = gate.Hidden(s.Forms.Select(f => (f.Key, f.Value.Respondents ?? 0))).Union(HiddenForms(tallies.InRating)).ToHashSet(StringComparer.Ordinal);
        var forms = s.Forms.ToDictionary(
            f => f.Key,
            f => hidden.Contains(f.Key) ? Hidden(f.Value) : Apply(f.Value, FormGate.Hidden(tallies.Forms[f.Key], gate, tallies.Others.GetValueOrDefault(f.Key))),
            StringComparer.Ordinal);
        var score = Over(s.Score, forms.Values.Select(f => f.Score));
        return s with
        {
            Respondents = Number(s.Respondents),
            Score = score,
            WithoutThin = Over(s.WithoutThin, forms.Values.Select(f => f.WithoutThin)),
            Weighted = Over(s.Weighted, forms.Values.Select(f => f.Weighted)),
            Splits = s.Splits?.ToDictionary(d => d.Key, IReadOnlyDictionary<string, ScoreView?> (d) => Apply(d.Value, score?.Status == ScoreStatus.TooFew), StringComparer.Ordinal),
            Criteria = s.Criteria.ToDictionary(c => c.Key, c => Over(c.Value, forms.Values.Select(f => f.Criteria.GetValueOrDefault(c.Key)?.Score)), StringComparer.Ordinal),
            Providers = s.Providers.ToDictionary(p => p.Key, p => Over(p.Value, forms.Values.Select(f => f.Providers.GetValueOrDefault(p.Key)?.Score)), StringComparer.Ordinal),
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

    /// <param name="gated">Services in which the provider's score is hidden already.</param>
    public ProviderScores Apply(ProviderScores p, IReadOnlySet<string> gated)
    {
        var hidden = gate.Hidden(p.Services.Select(s => (s.Service, N(s.Score)))).Union(gated).ToHashSet(StringComparer.Ordinal);
        var services = p.Services.Select(s => s with
        {
            Score = Show(s.Score, hidden.Contains(s.Service)),
            Respondents = hidden.Contains(s.Service) && s.Score is not null ? null : Number(s.Respondents),
        }).ToList();
        var shown = services.Select(s => s.Score).ToList();
        return p with { Score = Over(p.Score, shown), Weighted = Over(p.Weighted, shown), Services = services };
    }

    /// <summary>Hides small cells; only regions with enough respondents keep a place, and the others follow without an order that would tell.</summary>
    public RegionRating Apply(RegionRating rating)
    {
        var electronic = Hidden(rating, r => r.Electronic);
        var paper = Hidden(rating, r => r.Paper);
        var proactive = Hidden(rating, r => r.Proactive);
        var combined = Hidden(rating, r => r.Combined);
        var rows = rating.Rows.Select(r =>
        {
            var own = gate.Hidden([("e", N(r.Electronic)), ("p", N(r.Paper)), ("a", N(r.Proactive))]);
            var row = r with
            {
                Electronic = Show(r.Electronic, electronic.Contains(r.Region) || own.Contains("e")),
                Paper = Show(r.Paper, paper.Contains(r.Region) || own.Contains("p")),
                Proactive = Show(r.Proactive, proactive.Contains(r.Region) || own.Contains("a")),
            };
            return row with { Combined = Over(combined.Contains(r.Region) ? Show(r.Combined, true) : r.Combined, [row.Electronic, row.Paper, row.Proactive]) };
        }).ToList();
        var ranked = rows.Where(r => r.Rank is not null && r.Combined?.Status == ScoreStatus.Shown).Select((r, i) => r with { Rank = i + 1 });
        var unranked = rows.Where(r => r.Rank is null || r.Combined?.Status != ScoreStatus.Shown)
            .Select(r => r with { Rank = null }).OrderBy(r => r.Combined is null).ThenBy(r => r.Region, StringComparer.Ordinal);
        return rating with { Rows = [.. ranked, .. unranked] };
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

    private Dictionary<string, ScoreView?> Apply(IReadOnlyDictionary<string, ScoreView?> parts, bool whole)
    {
        var hidden = gate.Hidden(parts.Select(p => (p.Key, N(p.Value))));
        return parts.ToDictionary(p => p.Key, p => Show(p.Value, whole || hidden.Contains(p.Key)), StringComparer.Ordinal);
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

    /// <summary>A score over parts: hidden too where exactly one of its parts is, for that one could be worked out.</summary>
    private ScoreView? Over(ScoreView? whole, IEnumerable<ScoreView?> parts) =>
        Show(whole, N(whole) < gate.MinimumToShow || parts.Count(p => p?.Status == ScoreStatus.TooFew) == 1);

    private static ScoreView? Show(ScoreView? score, bool hide) => score is null || !hide ? score : ScoreView.TooFew;

    private long? Number(long? respondents) => respondents >= gate.MinimumToShow ? respondents : respondents == 0 ? 0 : null;

    private static long N(ScoreView? score) => score?.N ?? 0;
}
