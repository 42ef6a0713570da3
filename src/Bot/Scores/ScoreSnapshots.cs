using System.Text.Json;
using Bot.Jobs;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The computed scores as they are stored: of every service, of its regions and of every provider, each as it is and as it is published. A service whose
/// cells changed is marked stale in the transaction that changed them, so that a run cut off before the computing is made good by the next.
/// </summary>
internal sealed class ScoreSnapshots(
    IDbContextFactory<BotDbContext> contexts, ScoreComputer computer, ScoringForms forms, TimeProvider time)
{
    private const string Service = "service";
    private const string Region = "region";
    private const string Provider = "provider";
    private const string Published = ".published";
    private const int Outdated = 0;

    public Task<ServiceScores?> FindServiceAsync(string id, bool everything, CancellationToken cancellationToken) =>
        FindAsync<ServiceScores>(Kind(Service, everything), id, cancellationToken);

    public Task<RegionRating?> FindRegionsAsync(string serviceId, bool everything, CancellationToken cancellationToken) =>
        FindAsync<RegionRating>(Kind(Region, everything), serviceId, cancellationToken);

    public Task<Dictionary<string, ServiceScores>> ServicesAsync(bool everything, CancellationToken cancellationToken) =>
        AllAsync<ServiceScores>(Kind(Service, everything), cancellationToken);

    public Task<Dictionary<string, RegionRating>> RegionsAsync(bool everything, CancellationToken cancellationToken) =>
        AllAsync<RegionRating>(Kind(Region, everything), cancellationToken);

    public Task<Dictionary<string, ProviderScores>> ProvidersAsync(bool everything, CancellationToken cancellationToken) =>
        AllAsync<ProviderScores>(Kind(Provider, everything), cancellationToken);

    /// <summary>The services whose scores are to be computed anew: their cells changed, or the method did.</summary>
    public static IQueryable<ScoreRow> Stale(BotDbContext db) => db.Scores.Where(s => s.Kind == Service && s.MethodVersion != ScoringMethod.Version);

    public static async Task MarkStaleAsync(BotDbContext db, List<string> services, CancellationToken cancellationToken)
    {
        var rows = await db.Scores.Where(s => s.Kind == Service && services.Contains(s.ScopeId)).ToDictionaryAsync(s => s.ScopeId, cancellationToken);
        foreach (var id in services)
        {
            if (rows.GetValueOrDefault(id) is { } row)
                row.MethodVersion = Outdated;
            else
                db.Scores.Add(new ScoreRow { Kind = Service, ScopeId = id, Json = "", MethodVersion = Outdated });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Computes anew what is stale or was computed by another version of the method, under the lease of the fold.</summary>
    public async Task RefreshAsync(JobLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stale = await Stale(db).Select(s => s.ScopeId).ToListAsync(cancellationToken);
        if (stale.Count == 0)
            return;
        var computed = new Dictionary<(string Kind, string Id), string>();
        await ComputeAsync(db, stale, everything: true, computed, cancellationToken);
        await ComputeAsync(db, stale, everything: false, computed, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await lease.HoldAsync(db, cancellationToken);
        await SaveAsync(db, computed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ComputeAsync(
        BotDbContext db, List<string> services, bool everything, Dictionary<(string Kind, string Id), string> computed, CancellationToken cancellationToken)
    {
        var providers = services.Select(computer.Catalogue.FindService).OfType<Service>()
            .SelectMany(s => s.Providers.Values).SelectMany(z => z.Values).Distinct(StringComparer.Ordinal).ToList();
        var needed = services.Concat(providers.SelectMany(computer.ServicesOf)).Distinct(StringComparer.Ordinal).ToList();
        var cells = new ScoreTallies(db, forms, published: !everything);
        var tallies = await cells.ReadAsync(needed, region: null, cancellationToken);
        var parts = await cells.ReadPartsAsync(services, region: null, "", cancellationToken);
        var scores = needed.ToDictionary(id => id, id => computer.Service(ServiceTallies.Of(id, tallies, parts)), StringComparer.Ordinal);
        foreach (var id in services)
        {
            computed[(Kind(Service, everything), id)] = Write(scores[id].Seen(everything));
            var byRegion = await cells.ReadByRegionAsync(id, cancellationToken);
            var whole = ServiceTallies.Of(id, tallies);
            var regions = byRegion.Keys.Select(k => k.RegionId).Distinct(StringComparer.Ordinal)
                .ToDictionary(r => r, r => computer.Service(ServiceTallies.Of(id, byRegion, region: r).Within(whole)), StringComparer.Ordinal);
            computed[(Kind(Region, everything), id)] = Write(computer.Regions(id, regions, everything));
        }

        foreach (var id in providers)
            computed[(Kind(Provider, everything), id)] = Write(computer.Provider(id, computer.ServicesOf(id).Select(s => scores[s]), everything));
    }

    private async Task SaveAsync(BotDbContext db, Dictionary<(string Kind, string Id), string> computed, CancellationToken cancellationToken)
    {
        var ids = computed.Keys.Select(k => k.Id).Distinct(StringComparer.Ordinal).ToList();
        var rows = await db.Scores.Where(s => ids.Contains(s.ScopeId)).ToDictionaryAsync(s => (s.Kind, s.ScopeId), cancellationToken);
        foreach (var (key, json) in computed)
        {
            if (!rows.TryGetValue(key, out var row))
                db.Scores.Add(row = new ScoreRow { Kind = key.Kind, ScopeId = key.Id, Json = json });
            (row.Json, row.MethodVersion, row.ComputedAt) = (json, ScoringMethod.Version, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<T?> FindAsync<T>(string kind, string id, CancellationToken cancellationToken)
        where T : class
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await db.Scores.Where(s => s.Kind == kind && s.ScopeId == id).Select(s => s.Json).FirstOrDefaultAsync(cancellationToken);
        return string.IsNullOrEmpty(json) ? null : Read<T>(json);
    }

    private async Task<Dictionary<string, T>> AllAsync<T>(string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Scores.AsNoTracking().Where(s => s.Kind == kind && s.Json != "").ToListAsync(cancellationToken);
        return rows.ToDictionary(s => s.ScopeId, s => Read<T>(s.Json), StringComparer.Ordinal);
    }

    private static string Kind(string kind, bool everything) => everything ? kind : kind + Published;

    private static string Write<T>(T scores) => JsonSerializer.Serialize(scores, JsonSerializerOptions.Web);

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? throw new InvalidDataException("A stored score is empty.");
}
