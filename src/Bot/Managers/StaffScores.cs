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
        var services = await reader.ServicesAsync(Filter(place), access.PassesGate, cancellationToken);
        return [.. services.Where(service => access.SeesService(service.Service, place))];
    }

    public async Task<ServiceScores?> ServiceAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        access.SeesService(id, place)
            ? await reader.ServiceAsync(id, Filter(place), access.PassesGate, cancellationToken)
            : null;

    public async Task<RegionRating?> RegionsAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        place.Region is null && access.SeesService(id, place)
            ? await reader.RegionsAsync(id, ScoreFilter.None, access.PassesGate, cancellationToken)
            : null;

    /// <summary>The providers that the person sees at a place, in the catalogue's order.</summary>
    public async Task<IReadOnlyList<ProviderSummary>?> ProvidersAsync(ScoreAccess access, ScorePlace place, CancellationToken cancellationToken)
    {
        if (!access.Sees(place))
            return null;
        var providers = await reader.ProvidersAsync(Filter(place), access.PassesGate, cancellationToken);
        return [.. providers.Where(provider => access.SeesProvider(provider.Provider, place))];
    }

    public async Task<ProviderScores?> ProviderAsync(ScoreAccess access, ScorePlace place, string id, CancellationToken cancellationToken) =>
        access.SeesProvider(id, place)
            ? await reader.ProviderAsync(id, Filter(place), access.PassesGate, cancellationToken)
            : null;

    /// <summary>When a score was last computed; null where none was.</summary>
    public async Task<DateTimeOffset?> UpdatedAtAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Scores.MaxAsync(score => (DateTimeOffset?)score.ComputedAt, cancellationToken);
    }

    private static ScoreFilter Filter(ScorePlace place) => new(Region: place.Region);
}
