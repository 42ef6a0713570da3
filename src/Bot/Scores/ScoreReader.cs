using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The scores as a reader may see them: everything for administrators, through the publish gate for all others. Without a filter they are the
/// stored ones; with one they are computed from the cells. Everything over several services or regions is made of the services' own scores.
/// </summary>
internal sealed class ScoreReader(
    IDbContextFactory<BotDbContext> contexts, ScoreSnapshots snapshots, ScoreComputer computer, ScoringForms forms, ScorePeriods periods)
{
    /// <summary>All services of the catalogue in its order.</summary>
    public async Task<IReadOnlyList<ServiceSummary>> ServicesAsync(ScoreFilter filter, bool everything, CancellationToken cancellationToken) =>
        [.. (await AllServicesAsync(filter, everything, cancellationToken)).Select(s => new ServiceSummary(s.Service, s.Respondents, s.Score))];

    /// <summary>All services of the catalogue in its order, whole.</summary>
    public async Task<IReadOnlyList<ServiceScores>> AllServicesAsync(ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var all = computer.Catalogue.Services.Select(s => s.Id).ToList();
        if (IsStored(filter))
        {
            var stored = await snapshots.ServicesAsync(everything, cancellationToken);
            return [.. all.Select(id => FormSlice.Of(stored.GetValueOrDefault(id) ?? Nobody(id), filter.Form))];
        }

        var computed = await ComputeAsync(all, filter with { Form = null }, everything, withParts: false, cancellationToken);
        return [.. computed.Select(s => FormSlice.Of(s.Seen(everything), filter.Form))];
    }

    public async Task<ServiceScores> ServiceAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var scores = IsStored(filter)
            ? await snapshots.FindServiceAsync(id, everything, cancellationToken) ?? Nobody(id)
            : (await ComputeAsync([id], filter with { Form = null }, everything, withParts: true, cancellationToken))[0].Seen(everything);
        return FormSlice.Of(scores, filter.Form);
    }

    public async Task<IReadOnlyList<ProviderSummary>> ProvidersAsync(ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var all = computer.Catalogue.Providers.Select(p => p.Id).ToList();
        var stored = filter == ScoreFilter.None ? await snapshots.ProvidersAsync(everything, cancellationToken) : null;
        var services = stored is null ? await ComputeAsync([.. computer.Catalogue.Services.Select(s => s.Id)], filter, everything, withParts: false, cancellationToken) : [];
        return
        [
            .. all.Select(id => stored is null ? Provider(id, services, filter, everything) : stored.GetValueOrDefault(id) ?? Provider(id, [], filter, everything))
                .Select(p => new ProviderSummary(p.Provider, p.Score, p.Weighted)),
        ];
    }

    public async Task<ProviderScores> ProviderAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken) =>
        Provider(id, await ComputeAsync([.. computer.ServicesOf(id)], filter, everything, withParts: false, cancellationToken), filter, everything);

    /// <summary>The rating of regions. A region in the filter leaves that row alone, with the place it has among all.</summary>
    public async Task<RegionRating> RegionsAsync(string serviceId, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var rating = filter.HasPeriod ? null : await snapshots.FindRegionsAsync(serviceId, everything, cancellationToken);
        rating ??= await RatingAsync(serviceId, filter, everything, cancellationToken);
        rating = FormSlice.Of(rating with { Period = filter.Period }, filter.Form, ScoreGate.Ranks(everything));
        return filter.Region is { } region ? rating with { Rows = [.. rating.Rows.Where(r => r.Region == region)] } : rating;
    }

    private async Task<RegionRating> RatingAsync(string serviceId, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var regions = new Dictionary<string, ComputedService>(StringComparer.Ordinal);
        foreach (var region in computer.Catalogue.Regions.Select(r => r.Id).Append(Survey.Catalogue.Region.Unknown))
            regions[region] = (await ComputeAsync([serviceId], filter with { Form = null, Region = region }, everything, withParts: false, cancellationToken))[0];
        return computer.Regions(serviceId, regions, everything);
    }

    /// <summary>The scores of some services from the cells, each in its own effective period.</summary>
    public async Task<IReadOnlyList<ComputedService>> ComputeAsync(
        IReadOnlyList<string> services, ScoreFilter filter, bool everything, bool withParts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cells = new ScoreTallies(db, forms, published: !everything);
        var parts = withParts && !filter.HasPeriod ? await cells.ReadPartsAsync(services, filter.Region, cancellationToken) : null;
        var together = filter.HasPeriod && !everything ? null : await cells.ReadAsync(services, filter, cancellationToken);
        var whole = filter.Region is not null && together is not null && !everything ? await cells.ReadAsync(services, filter with { Region = null }, cancellationToken) : null;
        var computed = new List<ComputedService>();
        foreach (var id in services)
        {
            if (together is null)
            {
                computed.Add(await InPeriodAsync(cells, id, filter, cancellationToken));
                continue;
            }

            var tallies = ServiceTallies.Of(id, together, parts) with { Period = filter.Period };
            computed.Add(computer.Service(whole is null ? tallies : tallies.Within(ServiceTallies.Of(id, whole))));
        }

        return computed;
    }

    private async Task<ComputedService> InPeriodAsync(ScoreTallies cells, string service, ScoreFilter filter, CancellationToken cancellationToken)
    {
        var effective = await periods.EffectiveAsync(cells, service, filter, cancellationToken);
        var tallies = ServiceTallies.Of(service, await cells.ReadAsync([service], effective, cancellationToken)) with { Period = effective.Period };
        return computer.Service(
            filter.Region is null ? tallies
            : tallies.Within(ServiceTallies.Of(service, await cells.ReadAsync([service], effective with { Region = null }, cancellationToken))));
    }

    private ProviderScores Provider(string id, IReadOnlyList<ComputedService> services, ScoreFilter filter, bool everything)
    {
        var own = computer.ServicesOf(id).ToHashSet(StringComparer.Ordinal);
        return computer.Provider(id, services.Where(s => own.Contains(s.All.Service)).Select(s => Slice(s, filter.Form)), everything) with { Period = filter.Period };
    }

    private static ComputedService Slice(ComputedService service, string? form) => new(FormSlice.Of(service.All, form), FormSlice.Of(service.Gated, form));

    private static bool IsStored(ScoreFilter filter) => filter with { Form = null } == ScoreFilter.None;

    private ServiceScores Nobody(string id) => computer.Service(ServiceTallies.Of(id, new Dictionary<TallyKey, FormTally>())).All;
}
