using Bot.Conversations;
using Bot.Persistence;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Bot.Managers;

/// <summary>
/// The scores as a staff member may see them, null where not at all. The cards read through it alone, so that no button, old or
/// forged, shows more than the scope allows.
/// </summary>
internal sealed class StaffScores(ScoreReader reader, ServiceCatalogue catalogue, IDbContextFactory<BotDbContext> contexts)
{
    public ScoreAccess AccessOf(Staff staff) => new(staff, catalogue);

    /// <summary>The services that the person sees at a place, in the catalogue's order.</summary>
    public async Task<IReadOnlyList<ServiceSummary>?> ServicesAsync(ScoreAccess access, ScorePlace place, CancellationToken cancellationToken)
    {
        if (!access.Sees(place))
            return null;
        var services = await MarkedAsync(
            access, everything => reader.ServicesAsync(Filter(place), everything, cancellationToken), (all, gated) => [.. all.Zip(gated, GateMarks.Mark)]);
        return [.. services.Where(service => access.SeesService(service.Service, place))];
    }

    public async Task<ServiceScores?> ServiceAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        access.SeesService(id, place)
            ? await MarkedAsync(access, everything => reader.ServiceAsync(id, Filter(place), everything, cancellationToken), GateMarks.Mark)
            : null;

    public async Task<RegionRating?> RegionsAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        place.Region is null && access.SeesService(id, place)
            ? await MarkedAsync(access, everything => reader.RegionsAsync(id, ScoreFilter.None, everything, cancellationToken), GateMarks.Mark)
            : null;

    /// <summary>The providers that the person sees at a place, in the catalogue's order.</summary>
    public async Task<IReadOnlyList<ProviderSummary>?> ProvidersAsync(ScoreAccess access, ScorePlace place, CancellationToken cancellationToken)
    {
        if (!access.Sees(place))
            return null;
        var providers = await MarkedAsync(
            access, everything => reader.ProvidersAsync(Filter(place), everything, cancellationToken), (all, gated) => [.. all.Zip(gated, GateMarks.Mark)]);
        return [.. providers.Where(provider => access.SeesProvider(provider.Provider, place))];
    }

    public async Task<ProviderScores?> ProviderAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        access.SeesProvider(id, place)
            ? await MarkedAsync(access, everything => reader.ProviderAsync(id, Filter(place), everything, cancellationToken), GateMarks.Mark)
            : null;

    /// <summary>When a score was last computed; null where none was.</summary>
    public async Task<DateTimeOffset?> UpdatedAtAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Scores.MaxAsync(score => (DateTimeOffset?)score.ComputedAt, cancellationToken);
    }

    /// <summary>Reads through the gate; for those who pass it reads all, and marks what the gate hides.</summary>
    private static async Task<T> MarkedAsync<T>(ScoreAccess access, Func<bool, Task<T>> read, Func<T, T, T> mark)
    {
        var gated = await read(false);
        return access.PassesGate ? mark(await read(true), gated) : gated;
    }

    private static ScoreFilter Filter(ScorePlace place) => new(Region: place.Region);
}
