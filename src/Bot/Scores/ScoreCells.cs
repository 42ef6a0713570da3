using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>Writes changes into the stored cells, as part of the context's transaction. Only the holder of the fold's lease does, so that nothing comes between.</summary>
internal static class ScoreCells
{
    private const int KeysAtATime = 500;

    public static async Task AddAsync(BotDbContext db, Dictionary<CellKey, CellChange> changes, PublishGate gate, CancellationToken cancellationToken)
    {
        foreach (var page in changes.OrderBy(c => c.Key.ServiceId, StringComparer.Ordinal).Chunk(KeysAtATime))
        {
            var rows = await FindAsync(db, [.. page.Select(c => c.Key)], cancellationToken);
            foreach (var (key, change) in page)
                Apply(db, rows.GetValueOrDefault(key), key, change, gate);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private static void Apply(BotDbContext db, ScoreCellRow? row, CellKey key, CellChange change, PublishGate gate)
    {
        if (row is null)
        {
            row = new ScoreCellRow { ServiceId = key.ServiceId, Form = key.Form, RegionId = key.RegionId, Split = key.Split, Day = key.Day };
            db.ScoreCells.Add(row);
        }

        CellPublishing.Apply(row, change, gate);
        if (row.Published is null && TallyBytes.Read(change.Tally.Layout, row.Counts).IsEmpty)
            db.ScoreCells.Remove(row);
    }

    /// <summary>The stored rows of these cells, and some others beside them.</summary>
    private static Task<Dictionary<CellKey, ScoreCellRow>> FindAsync(BotDbContext db, CellKey[] keys, CancellationToken cancellationToken)
    {
        var services = keys.Select(k => k.ServiceId).Distinct().ToList();
        var regions = keys.Select(k => k.RegionId).Distinct().ToList();
        var parts = keys.Select(k => k.Split).Distinct().ToList();
        var days = keys.Select(k => k.Day).Distinct().ToList();
        return db.ScoreCells
            .Where(c => services.Contains(c.ServiceId) && regions.Contains(c.RegionId) && parts.Contains(c.Split) && days.Contains(c.Day))
            .ToDictionaryAsync(CellKey.Of, cancellationToken);
    }
}
