using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The scores as a reader may see them: everything for administrators, through the publish gate for all others. Without a filter they are the
/// stored ones; with one they are computed from the cells. Everything over several services or regions is made of the services' own scores.
/// </summary>
internal sealed class ScoreReader(
    IDbContextFactory<BotDbContext> contexts, ScoreSnapshots snapshots, ScoreComputer computer, ScoringForms forms)
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

        var computed = await ComputeAsync(all, filter with { Form = null }, everything, parts: null, cancellationToken);
        return [.. computed.Select(s => FormSlice.Of(s.Seen(everything), filter.Form))];
    }

    public async Task<ServiceScores> ServiceAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var scores = IsStored(filter)
            ? await snapshots.FindServiceAsync(id, everything, cancellationToken) ?? Nobody(id)
            : (await ComputeAsync([id], filter with { Form = null }, everything, parts: "", cancellationToken))[0].Seen(everything);
        return FormSlice.Of(scores, filter.Form);
    }

    public async Task<IReadOnlyList<ProviderSummary>> ProvidersAsync(ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var all = computer.Catalogue.Providers.Select(p => p.Id).ToList();
        var stored = filter == ScoreFilter.None ? await snapshots.ProvidersAsync(everything, cancellationToken) : null;
        var services = stored is null ? await ComputeAsync([.. computer.Catalogue.Services.Select(s => s.Id)], filter, everything, parts: null, cancellationToken) : [];
        return
        [
            .. all.Select(id => stored is null ? Provider(id, services, filter, everything) : stored.GetValueOrDefault(id) ?? Provider(id, [], filter, everything))
                .Select(p => new ProviderSummary(p.Provider, p.Score, p.Weighted)),
        ];
    }

    public async Task<ProviderScores> ProviderAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken) =>
        Provider(id, await ComputeAsync([.. computer.ServicesOf(id)], filter, everything, parts: null, cancellationToken), filter, everything);

    /// <summary>The rating of regions. A region in the filter leaves that row alone, with the place it has among all.</summary>
    public async Task<RegionRating> RegionsAsync(string serviceId, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var rating = filter.HasPeriod ? null : await snapshots.FindRegionsAsync(serviceId, everything, cancellationToken);
        rating ??= await RatingAsync(serviceId, filter, everything, cancellationToken);
        rating = FormSlice.Of(rating with { Period = filter.Period }, filter.Form, ScoreGate.Ranks(everything));
        return filter.Region is { } region ? rating with { Rows = [.. rating.Rows.Where(r => r.Region == region)] } : rating;
    }

    /// <summary>The scores of some services from the cells, each in its own effective period.</summary>
    /// <param name="parts">Beginning of the parts to be scored too (<c>outcome=</c>), or empty: every part; null: none. A period has none.</param>
    private async Task<IReadOnlyList<ComputedService>> ComputeAsync(
        IReadOnlyList<string> services, ScoreFilter filter, bool everything, string? parts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!filter.HasPeriod)
            return await OfAllTimeAsync(db, services, filter.Region, everything, parts, cancellationToken);
        var period = await PeriodScores.ReadAsync(db, forms, computer, new AskedPeriods(services, [filter.Region], [filter], Recent: null, everything), cancellationToken);
        return [.. services.Select(id => period.Of(id, filter.Region, filter))];
    }

    /// <summary>The same with the change of the services' common score in some days, <see cref="TrendAsync"/>.</summary>
    public async Task<(IReadOnlyList<ComputedService> Services, ScoreTrend? Trend)> ComputeWithTrendAsync(
        IReadOnlyList<string> services, ScoreFilter filter, ScoreFilter recent, bool everything, string? parts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var asked = new AskedPeriods(services, [recent.Region], filter.HasPeriod ? [filter] : [], recent, everything);
        var days = await PeriodScores.ReadAsync(db, forms, computer, asked, cancellationToken);
        var scores = filter.HasPeriod
            ? [.. services.Select(id => days.Of(id, filter.Region, filter))]
            : await OfAllTimeAsync(db, services, filter.Region, everything, parts, cancellationToken);
        return (scores, Trend(days, services, recent, everything));
    }

    /// <summary>The change of some services' common score from the equal period before; of each service its own effective days, and only those that are shown in both.</summary>
    /// <param name="recent">The later period, with both ends.</param>
    public async Task<ScoreTrend?> TrendAsync(IReadOnlyList<string> services, ScoreFilter recent, bool everything, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var days = await PeriodScores.ReadAsync(db, forms, computer, new AskedPeriods(services, [recent.Region], [], recent, everything), cancellationToken);
        return Trend(days, services, recent, everything);
    }

    private static ScoreTrend? Trend(PeriodScores days, IReadOnlyList<string> services, ScoreFilter recent, bool everything)
    {
        var pairs = services.Select(id =>
        {
            var later = days.Of(id, recent.Region, recent);
            var earlier = days.Before(id, recent) is { } before ? days.Of(id, recent.Region, before) : null;
            return (Earlier: earlier?.Seen(everything).Score?.Score, Later: later.Seen(everything).Score?.Score);
        }).Where(pair => pair is { Earlier: not null, Later: not null }).ToList();
        return ScoreTrend.Of(pairs.Select(p => p.Earlier), pairs.Select(p => p.Later), recent.Days);
    }

    private async Task<IReadOnlyList<ComputedService>> OfAllTimeAsync(
        BotDbContext db, IReadOnlyList<string> services, string? region, bool everything, string? parts, CancellationToken cancellationToken)
    {
        var cells = new ScoreTallies(db, forms, published: !everything);
        var split = parts is null ? null : await cells.ReadPartsAsync(services, region, parts, cancellationToken);
        var tallies = (await cells.ReadAsync(services, region, cancellationToken)).ToLookup(t => t.Key.ServiceId);
        var own = services.Select(id => ServiceTallies.Of(id, tallies[id].ToDictionary(), split));
        if (region is null || everything)
            return [.. own.Select(computer.Service)];
        var whole = (await cells.ReadAsync(services, region: null, cancellationToken)).ToLookup(t => t.Key.ServiceId);
        var wholeSplit = parts is null ? null : await cells.ReadPartsAsync(services, region: null, parts, cancellationToken);
        var ratings = await snapshots.RegionsAsync(everything, cancellationToken);
        return
        [
            .. own.Select(t => t with { InRating = ratings.GetValueOrDefault(t.Service)?.Rows.FirstOrDefault(r => r.Region == region) })
                .Select(t => computer.Service(t.Within(ServiceTallies.Of(t.Service, whole[t.Service].ToDictionary(), wholeSplit)))),
        ];
    }

    private async Task<RegionRating> RatingAsync(string serviceId, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        string[] all = [.. computer.Catalogue.Regions.Select(r => r.Id), Survey.Catalogue.Region.Unknown];
        if (!filter.HasPeriod)
            return computer.Regions(serviceId, new Dictionary<string, ComputedService>(), everything);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var period = await PeriodScores.ReadAsync(db, forms, computer, new AskedPeriods([serviceId], all, [filter], Recent: null, everything), cancellationToken);
        return computer.Regions(serviceId, all.ToDictionary(r => r, r => period.Of(serviceId, r, filter), StringComparer.Ordinal), everything);
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
