using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>Computes what is handed out from exact tallies, for a reader who may see everything.</summary>
internal sealed class ScoreComputer(ServiceCatalogue catalogue, ScoringForms forms, PublishGate gate)
{
    public ServiceCatalogue Catalogue => catalogue;

    public ServiceScores Service(string id, IReadOnlyDictionary<TallyKey, FormTally> tallies)
    {
        var rated = RatedForms(id, tallies);
        var criteria = rated.SelectMany(f => f.Layout.Criteria).Select(c => c.Id).Distinct(StringComparer.Ordinal);
        var providers = rated.SelectMany(f => Zones(id, f)).Select(z => z.Provider).Distinct(StringComparer.Ordinal);
        return new ServiceScores(
            id,
            rated.Sum(f => f.Score.Respondents),
            View(OverForms(rated)),
            criteria.ToDictionary(c => c, c => View(ScoringMethod.OverForms(rated.Select(f => f.Score.Criteria.GetValueOrDefault(c)?.Score))), StringComparer.Ordinal),
            providers.ToDictionary(p => p, p => View(Provider(id, p, rated)), StringComparer.Ordinal),
            rated.ToDictionary(f => f.Layout.Form, f => Form(id, f), StringComparer.Ordinal));
    }

    public ProviderScores Provider(string id, IReadOnlyDictionary<TallyKey, FormTally> tallies)
    {
        var services = ServicesOf(id).Select(service =>
        {
            var rated = RatedForms(service, tallies);
            var own = rated.Where(f => Zones(service, f).Any(z => z.Provider == id));
            return (Service: service, Score: Provider(service, id, rated), Respondents: own.Sum(f => f.Score.Respondents));
        }).ToList();
        var (simple, weighted) = ScoringMethod.ProviderOverServices(services.Select(s => s.Score));
        return new ProviderScores(id, View(simple), View(weighted), [.. services.Select(s => new ProviderService(s.Service, View(s.Score), s.Respondents))]);
    }

    /// <summary>Regions in the order of the rating; «unknown», which is no region, last and only where it has responses.</summary>
    public RegionRating Regions(string id, IReadOnlyDictionary<TallyKey, FormTally> tallies)
    {
        var ranked = ScoringMethod.RankRegions(catalogue.Regions.Select(r => new RegionScores(r.Id, r.Name["ru"], OfRegion(id, r.Id, tallies))));
        var rows = ranked.Select(r => Row(r.Rank, r.Region.Region, r.Region.Forms));
        var unknown = OfRegion(id, Region.Unknown, tallies);
        return new RegionRating(id, unknown.Values.Any(s => s is not null) ? [.. rows, Row(null, Region.Unknown, unknown)] : [.. rows]);
    }

    /// <summary>The services in which a provider has a zone.</summary>
    public IEnumerable<string> ServicesOf(string provider) =>
        catalogue.Services.Where(s => s.Providers.Values.Any(zones => zones.Values.Contains(provider))).Select(s => s.Id);

    private List<(FormLayout Layout, FormScore Score)> RatedForms(string service, IReadOnlyDictionary<TallyKey, FormTally> tallies, string region = "") =>
    [
        .. from form in ServiceForms.All.Select(f => f.Id())
           let layout = forms.Find(form)?.Layout
           where layout is not null
           let tally = tallies.GetValueOrDefault(new TallyKey(service, form, region))
           where tally is { Respondents: > 0 }
           select (layout, ScoringMethod.Score(layout, tally)),
    ];

    private static Score? OverForms(IEnumerable<(FormLayout Layout, FormScore Score)> rated) => ScoringMethod.OverForms(rated.Select(f => f.Score.Score));

    private Dictionary<string, Score?> OfRegion(string service, string region, IReadOnlyDictionary<TallyKey, FormTally> tallies) =>
        RatedForms(service, tallies, region).ToDictionary(f => f.Layout.Form, f => f.Score.Score, StringComparer.Ordinal);

    private RegionRow Row(int? rank, string region, IReadOnlyDictionary<string, Score?> scores) => new(
        rank,
        region,
        View(scores.GetValueOrDefault(ServiceForm.Electronic.Id())),
        View(scores.GetValueOrDefault(ServiceForm.Paper.Id())),
        View(scores.GetValueOrDefault(ServiceForm.Proactive.Id())),
        View(ScoringMethod.OverForms(scores.Values)));

    private FormScores Form(string service, (FormLayout Layout, FormScore Score) form) => new(
        form.Score.Respondents,
        View(form.Score.Score),
        form.Layout.Criteria.ToDictionary(c => c.Id, c => Criterion(c, form.Score), StringComparer.Ordinal),
        Zones(service, form).ToDictionary(z => z.Provider, z => new ZoneScore(z.Zone, View(z.Score)), StringComparer.Ordinal));

    private CriterionScores Criterion(ItemGroup criterion, FormScore form)
    {
        var (score, thin) = form.Criteria[criterion.Id];
        return new CriterionScores(View(score), thin, criterion.Items.ToDictionary(i => i, i => View(form.Items[i]), StringComparer.Ordinal));
    }

    private IEnumerable<(string Provider, string Zone, Score? Score)> Zones(string service, (FormLayout Layout, FormScore Score) form)
    {
        if (!ServiceForms.TryParse(form.Layout.Form, out var key) || catalogue.FindService(service)?.Providers.GetValueOrDefault(key) is not { } zones)
            return [];
        return zones.Select(z => (z.Value, z.Key, z.Key == Survey.Catalogue.Zones.Whole ? form.Score.Whole : form.Score.Zones.GetValueOrDefault(z.Key)));
    }

    private Score? Provider(string service, string provider, IEnumerable<(FormLayout Layout, FormScore Score)> rated) =>
        ScoringMethod.OverForms(rated.SelectMany(f => Zones(service, f)).Where(z => z.Provider == provider).Select(z => z.Score));

    private ScoreView? View(Score? score) => ScoreView.Of(score, gate);
}
