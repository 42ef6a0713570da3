using Bot.Conversations;
using Bot.Persistence;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Managers;

/// <summary>
/// The scores as a staff member or a program's key may see them, null where not at all. Cards, files and the API read through it alone,
/// so that no button, old or forged, and no request shows more than the scope allows.
/// </summary>
internal sealed class StaffScores(
    ScoreReader reader, PublishGate gate, ServiceCatalogue catalogue, IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    private const string Outcomes = "outcome=";

    public ScoreAccess AccessOf(Staff staff) => new(staff, catalogue);

    /// <summary>The services that the person sees, in the catalogue's order.</summary>
    public async Task<IReadOnlyList<ServiceSummary>?> ServicesAsync(ScoreAccess access, ScoreFilter filter, CancellationToken cancellationToken)
    {
        var place = new ScorePlace(filter.Region);
        if (!access.Sees(place))
            return null;
        var services = await reader.ServicesAsync(filter, access.PassesGate, cancellationToken);
        return [.. services.Where(service => access.SeesService(service.Service, place))];
    }

    public Task<IReadOnlyList<ServiceSummary>?> ServicesAsync(ScoreAccess access, ScorePlace place, CancellationToken cancellationToken) =>
        ServicesAsync(access, Filter(place), cancellationToken);

    public async Task<ServiceScores?> ServiceAsync(ScoreAccess access, ScoreFilter filter, string id, CancellationToken cancellationToken) =>
        access.SeesService(id, new ScorePlace(filter.Region))
            ? await reader.ServiceAsync(id, filter, access.PassesGate, cancellationToken)
            : null;

    public Task<ServiceScores?> ServiceAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        ServiceAsync(access, Filter(place), id, cancellationToken);

    /// <summary>The rating of the regions by a service. It tells of all of them, whichever is asked for.</summary>
    public async Task<RegionRating?> RegionsAsync(ScoreAccess access, ScoreFilter filter, string id, CancellationToken cancellationToken) =>
        access.SeesService(id, default)
            ? await reader.RegionsAsync(id, filter, access.PassesGate, cancellationToken)
            : null;

    public async Task<RegionRating?> RegionsAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        place.Region is null ? await RegionsAsync(access, Filter(place), id, cancellationToken) : null;

    /// <summary>The providers that the person sees, in the catalogue's order.</summary>
    public async Task<IReadOnlyList<ProviderSummary>?> ProvidersAsync(ScoreAccess access, ScoreFilter filter, CancellationToken cancellationToken)
    {
        var place = new ScorePlace(filter.Region);
        if (!access.Sees(place))
            return null;
        var providers = await reader.ProvidersAsync(filter, access.PassesGate, cancellationToken);
        return [.. providers.Where(provider => access.SeesProvider(provider.Provider, place))];
    }

    public Task<IReadOnlyList<ProviderSummary>?> ProvidersAsync(ScoreAccess access, ScorePlace place, CancellationToken cancellationToken) =>
        ProvidersAsync(access, Filter(place), cancellationToken);

    public async Task<ProviderScores?> ProviderAsync(ScoreAccess access, ScoreFilter filter, string id, CancellationToken cancellationToken) =>
        access.SeesProvider(id, new ScorePlace(filter.Region))
            ? await reader.ProviderAsync(id, filter, access.PassesGate, cancellationToken)
            : null;

    public Task<ProviderScores?> ProviderAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        ProviderAsync(access, Filter(place), id, cancellationToken);

    /// <summary>When a score was last computed; null where none was.</summary>
    public async Task<DateTimeOffset?> UpdatedAtAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Scores.MaxAsync(score => (DateTimeOffset?)score.ComputedAt, cancellationToken);
    }

    /// <summary>What stands beside a service's score: its change, and whom the survey reached.</summary>
    public async Task<ScoreContext> ContextAsync(ScoreAccess access, ScorePlace place, IReadOnlyList<string> services, CancellationToken cancellationToken)
    {
        var trend = await TrendAsync(access, place, services, cancellationToken);
        return new ScoreContext(trend, await ReachAsync(access, place, services, cancellationToken), await DaysAsync(place, services, cancellationToken));
    }

    /// <summary>The change of some services' common score; of all time that of the last month.</summary>
    public Task<ScoreTrend?> TrendAsync(ScoreAccess access, ScorePlace place, IReadOnlyList<string> services, CancellationToken cancellationToken) =>
        reader.TrendAsync(services, Recent(place).Filter(place.Region, Today), access.PassesGate, cancellationToken);

    /// <summary>All that the first card says.</summary>
    public async Task<ScoreSummary?> SummaryAsync(ScoreAccess access, ScorePlace place, CancellationToken cancellationToken)
    {
        if (!access.Sees(place))
            return null;
        var ids = catalogue.Services.Select(s => s.Id).Where(id => access.SeesService(id, place)).ToList();
        var (computed, trend) = await reader.ComputeWithTrendAsync(
            ids, Filter(place), Recent(place).Filter(place.Region, Today), access.PassesGate, Outcomes, cancellationToken);
        var services = computed.Select(s => s.Seen(access.PassesGate)).ToList();
        var (simple, _) = ScoringMethod.ProviderOverServices(services.Select(s => s.Score?.Score));
        var reach = await ReachAsync(access, place, ids, cancellationToken);
        return new ScoreSummary(services, ScoreView.Of(simple, gate), trend, reach, await UpdatedAtAsync(cancellationToken));
    }

    private async Task<DaysTaken?> DaysAsync(ScorePlace place, IReadOnlyList<string> services, CancellationToken cancellationToken)
    {
        if (services is not [var only] || catalogue.FindService(only) is not { } service)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await DaysTaken.FindAsync(context, service, place.Region, cancellationToken);
    }

    private async Task<ScoreReach> ReachAsync(ScoreAccess access, ScorePlace place, IReadOnlyList<string> services, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reach = await ScoreReach.FindAsync(context, [.. services.Select(catalogue.FindService).OfType<Service>()], Filter(place), time.GetUtcNow(), cancellationToken);
        return access.PassesGate ? reach : reach.Published(gate);
    }

    private DateOnly Today => AlmatyTime.Day(time.GetUtcNow());

    private static PeriodChoice Recent(ScorePlace place) => place.Period == default ? PeriodChoice.LastDays(30) : place.Period;

    private ScoreFilter Filter(ScorePlace place) => place.Period.Filter(place.Region, Today);
}

/// <summary>What stands beside a score.</summary>
/// <param name="Trend">The change from the equal period before; null where there is nothing to compare.</param>
/// <param name="Reach">Whom the survey reached.</param>
/// <param name="Days">How long recipients waited; null: of several services, or not known.</param>
internal sealed record ScoreContext(ScoreTrend? Trend, ScoreReach Reach, DaysTaken? Days = null);
