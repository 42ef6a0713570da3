using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>Computes what is handed out from exact tallies: all of it, and what is left of it behind the publish gate.</summary>
internal sealed class ScoreComputer(ServiceCatalogue catalogue, PublishGate gate)
{
    private readonly ScoreGate _gate = new(gate);

    public ServiceCatalogue Catalogue => catalogue;

    public PublishGate Gate => gate;

    public ComputedService Service(ServiceTallies tallies)
    {
        var rated = RatedForms(tallies);
        var criteria = rated.SelectMany(f => f.Layout.Criteria).Select(c => c.Id).Distinct(StringComparer.Ordinal);
        var providers = rated.SelectMany(f => Zones(tallies.Service, f)).Select(z => z.Provider).Distinct(StringComparer.Ordinal);
        var parts = PartScores.Of(tallies);
        var all = new ServiceScores(
            tallies.Service,
            rated.Sum(f => f.Score.Respondents),
            View(ScoringMethod.OverForms(rated.Select(f => f.Score.Score))),
            criteria.ToDictionary(c => c, c => View(ScoringMethod.OverForms(rated.Select(f => f.Score.Criteria.GetValueOrDefault(c)?.Score))), StringComparer.Ordinal),
            providers.ToDictionary(p => p, p => View(Provider(tallies.Service, p, rated)), StringComparer.Ordinal),
            rated.ToDictionary(f => f.Layout.Form, f => Form(tallies.Service, f), StringComparer.Ordinal),
            View(ScoringMethod.OverForms(rated.Select(f => f.Score.WithoutThin))),
            View(ScoringMethod.OverFormsWeighted(rated.Select(f => f.Score.Weighted))),
            tallies.Period is null ? Splits(parts) : null,
            tallies.Period);
        return new ComputedService(all, _gate.Apply(all, tallies, parts));
    }

    /// <param name="services">All services in which the provider has a zone.</param>
    public ProviderScores Provider(string id, IEnumerable<ComputedService> services, bool everything)
    {
        var own = services.ToList();
        var rows = own.ConvertAll(s => Row(s.All, id));
        var (simple, weighted) = ScoringMethod.ProviderOverServices(rows.Select(s => s.Score?.Score));
        var all = new ProviderScores(id, View(simple), View(weighted), rows);
        var shown = own.ConvertAll(s => Row(s.Gated, id));
        var gated = new ProviderScores(
            id, _gate.Over(shown.Select(s => s.Score), parts => ScoringMethod.ProviderOverServices(parts).Simple), _gate.Over(shown.Select(s => s.Score), parts => ScoringMethod.ProviderOverServices(parts).Weighted), shown);
        return everything ? GateMarks.Mark(all, gated) : gated;
    }

    /// <summary>Regions in the order of the rating; «unknown», which is no region, last and only where it has responses.</summary>
    /// <param name="regions">The service by region.</param>
    public RegionRating Regions(string id, IReadOnlyDictionary<string, ComputedService> regions, bool everything)
    {
        var ranked = ScoringMethod.RankRegions(catalogue.Regions.Select(r => new RegionScores(r.Id, r.Name["ru"], OfRegion(regions.GetValueOrDefault(r.Id)))));
        var rows = ranked.Select(r => Row(r.Rank, r.Region.Region, regions.GetValueOrDefault(r.Region.Region)));
        var unknown = regions.GetValueOrDefault(Region.Unknown);
        var all = new RegionRating(id, unknown is { All.Score: not null } ? [.. rows, Row(null, Region.Unknown, unknown)] : [.. rows]);
        var gated = _gate.Apply(all, region => catalogue.FindRegion(region)?.Name["ru"] ?? "");
        return everything ? GateMarks.Mark(all, gated) : gated;
    }

    /// <summary>The services in which a provider has a zone.</summary>
    public IEnumerable<string> ServicesOf(string provider) =>
        catalogue.Services.Where(s => s.Providers.Values.Any(zones => zones.Values.Contains(provider))).Select(s => s.Id);

    private static List<(FormLayout Layout, FormScore Score)> RatedForms(ServiceTallies tallies) =>
    [
        .. from form in ServiceForms.All.Select(f => f.Id())
           let tally = tallies.Forms.GetValueOrDefault(form)
           where tally is { Respondents: > 0 }
           select (tally.Layout, ScoringMethod.Score(tally)),
    ];

    private Dictionary<string, IReadOnlyDictionary<string, ScoreView?>> Splits(PartScores parts) => CountedAs.Dimensions.ToDictionary(
        dimension => dimension,
        IReadOnlyDictionary<string, ScoreView?> (dimension) => parts.ByPart
            .Where(p => p.Key.StartsWith(dimension + "=", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => (Part: p.Key[(dimension.Length + 1)..], Score: View(ScoringMethod.OverForms(p.Value.Values))))
            .Where(p => p.Score is not null).ToDictionary(p => p.Part, p => p.Score, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static Dictionary<string, Score?> OfRegion(ComputedService? region) =>
        region?.All.Forms.ToDictionary(f => f.Key, f => f.Value.Score?.Score, StringComparer.Ordinal) ?? [];

    private static RegionRow Row(int? rank, string region, ComputedService? scores)
    {
        ScoreView? Of(ServiceForm form) => scores?.All.Forms.GetValueOrDefault(form.Id())?.Score;
        return new RegionRow(rank, region, Of(ServiceForm.Electronic), Of(ServiceForm.Paper), Of(ServiceForm.Proactive), scores?.All.Score, scores?.All.Period);
    }

    private FormScores Form(string service, (FormLayout Layout, FormScore Score) form) => new(
        form.Score.Respondents,
        View(form.Score.Score),
        form.Layout.Criteria.ToDictionary(c => c.Id, c => Criterion(c, form.Score), StringComparer.Ordinal),
        Zones(service, form).ToDictionary(z => z.Provider, z => new ZoneScore(z.Zone, View(z.Score)), StringComparer.Ordinal),
        View(form.Score.WithoutThin),
        View(form.Score.Weighted));

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

    private static ProviderService Row(ServiceScores service, string provider)
    {
        var forms = service.Forms.Values.Where(f => f.Providers.ContainsKey(provider)).ToList();
        var counted = forms.FindAll(f => f.Respondents is not null);
        return new ProviderService(service.Service, service.Providers.GetValueOrDefault(provider), counted.Count > 0 || forms.Count == 0 ? counted.Sum(f => f.Respondents) : null, service.Period);
    }

    private ScoreView? View(Score? score) => ScoreView.Of(score, gate);
}

/// <summary>The scores of a service with nothing hidden, and what is left behind the gate.</summary>
internal sealed record ComputedService(ServiceScores All, ServiceScores Gated)
{
    /// <summary>What a reader sees. Who sees everything also sees what the gate hides from others.</summary>
    public ServiceScores Seen(bool everything) => everything ? GateMarks.Mark(All, Gated) : Gated;
}
