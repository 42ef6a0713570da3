using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Invitations.Funnels;

/// <summary>Counts invitations by what became of them, in one statement, so that the parts of a split always add up to the whole.</summary>
internal sealed class FunnelReader(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <summary>Invited by a message of the bot's own.</summary>
    public const string Message = "message";

    /// <summary>Invited by a link that others handed on.</summary>
    public const string Link = "link";

    private const string UnknownRegion = Survey.Catalogue.Region.Unknown;

    private DateTimeOffset Now => Microseconds.Truncate(time.GetUtcNow());

    public async Task<FunnelCounts> TotalAsync(FunnelFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new FunnelCounts((await Whole(db, filter, Now).ToListAsync(cancellationToken)).Select(cell => cell.Counted));
    }

    /// <summary>The funnels of the parts, by key.</summary>
    public async Task<IReadOnlyDictionary<string, FunnelCounts>> SplitAsync(FunnelFilter filter, FunnelSplit split, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cells = await Parts(db, filter, split, Now).ToListAsync(cancellationToken);
        return cells.GroupBy(cell => cell.Key, StringComparer.Ordinal).OrderBy(part => part.Key, StringComparer.Ordinal)
            .ToDictionary(part => part.Key, part => new FunnelCounts(part.Select(cell => cell.Counted)), StringComparer.Ordinal);
    }

    internal static IQueryable<Cell> Whole(BotDbContext db, FunnelFilter filter, DateTimeOffset now) =>
        Classified(db, Keyed(db, filter.Apply(db.Invitations), FunnelSplit.Service), now)
            .GroupBy(i => new { i.Step, i.End }).Select(g => new Cell { Key = "", Step = g.Key.Step, End = g.Key.End, Count = g.LongCount() });

    internal static IQueryable<Cell> Parts(BotDbContext db, FunnelFilter filter, FunnelSplit split, DateTimeOffset now) =>
        Classified(db, Keyed(db, filter.Apply(db.Invitations), split), now)
            .GroupBy(i => new { i.Key, i.Step, i.End }).Select(g => new Cell { Key = g.Key.Key, Step = g.Key.Step, End = g.Key.End, Count = g.LongCount() });

    private static IQueryable<KeyedInvitation> Keyed(BotDbContext db, IQueryable<InvitationRow> invited, FunnelSplit split) => split switch
    {
        FunnelSplit.Service => invited.Select(i => new KeyedInvitation { Key = i.ServiceId, Row = i }),
        FunnelSplit.Region => invited.Select(i => new KeyedInvitation { Key = i.RegionId ?? UnknownRegion, Row = i }),
        FunnelSplit.Channel => invited.Select(i => new KeyedInvitation { Key = i.DeliveredAt != null || db.InvitationMessages.Any(m => m.InvitationId == i.Id) ? Message : Link, Row = i }),
        FunnelSplit.Opened => invited.Select(i => new KeyedInvitation { Key = i.OpenedOn ?? "", Row = i }),
        FunnelSplit.Language => invited.Select(i => new KeyedInvitation { Key = i.Language ?? "", Row = i }),
#pragma warning disable CA1305 // The database writes it.
        _ => invited.Select(i => new KeyedInvitation { Key = i.CampaignId.ToString(), Row = i }),
#pragma warning restore CA1305
    };

    // The order is that of FunnelEnd. What stands behind is looked up only where nothing before it holds.
    private static IQueryable<Classed> Classified(BotDbContext db, IQueryable<KeyedInvitation> invitations, DateTimeOffset now) => invitations.Select(x => new Classed
    {
        Key = x.Key,
        Step = x.Row.CompletedAt != null ? FunnelStep.Completed
            : x.Row.StartedAt != null ? FunnelStep.Started
            : x.Row.OpenedAt != null ? FunnelStep.Opened
            : x.Row.DeliveredAt != null ? FunnelStep.Delivered
            : FunnelStep.Invited,
        End = x.Row.CompletedAt != null ? FunnelEnd.Completed
            : x.Row.RefusedAt != null ? FunnelEnd.Refused
            : x.Row.ResponseId != null ? db.Responses.Where(r => r.Id == x.Row.ResponseId).Select(r => (FunnelEnd?)(
                r.Status == ResponseStatus.Withdrawn ? FunnelEnd.Withdrawn
                : r.Status == ResponseStatus.Waiting ? FunnelEnd.Waiting
                : r.Status == ResponseStatus.Expired ? FunnelEnd.Expired
                : FunnelEnd.Pending)).FirstOrDefault() ?? FunnelEnd.Expired
            : x.Row.OpenedAt == null && db.InvitationMessages.Any(m => m.InvitationId == x.Row.Id && m.State == MessageState.Blocked) ? FunnelEnd.Blocked
            : x.Row.OpenedAt == null && x.Row.DeliveredAt == null && db.InvitationMessages.Any(m => m.InvitationId == x.Row.Id && m.State == MessageState.Failed) ? FunnelEnd.Failed
            : x.Row.OpenedAt == null && x.Row.DeliveredAt == null
                && db.InvitationMessages.Any(m => m.InvitationId == x.Row.Id && m.Number == 0 && (m.State == MessageState.Due || m.State == MessageState.Cancelled)) ? FunnelEnd.Unsent
            : x.Row.ExpiresAt <= now ? FunnelEnd.Expired
            : FunnelEnd.Pending,
    });

    private sealed class KeyedInvitation
    {
        public required string Key { get; init; }
        public required InvitationRow Row { get; init; }
    }

    private sealed class Classed
    {
        public required string Key { get; init; }
        public FunnelStep Step { get; init; }
        public FunnelEnd End { get; init; }
    }

    /// <summary>So many invitations of a part came so far and to this end.</summary>
    internal sealed class Cell
    {
        public required string Key { get; init; }
        public FunnelStep Step { get; init; }
        public FunnelEnd End { get; init; }
        public long Count { get; init; }
        public KeyValuePair<(FunnelStep, FunnelEnd), long> Counted => KeyValuePair.Create((Step, End), Count);
    }
}
