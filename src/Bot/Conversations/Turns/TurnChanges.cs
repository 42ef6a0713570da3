using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Turns;

/// <summary>Everything one turn writes, in one transaction or not at all.</summary>
internal sealed class TurnChanges
{
    private readonly List<RowChange> _rows = new(2);

    public bool IsEmpty => _rows.Count == 0;

    public void Add(RowChange change) => _rows.Add(change);

    public void Apply(BotDbContext context)
    {
        foreach (var row in _rows)
            row.Apply(context);
    }

    /// <summary>Whether the rows with a revision stand in the database exactly as this turn wanted them: its commit succeeded although it was reported as failed.</summary>
    public async Task<bool> AreWrittenAsync(BotDbContext context, CancellationToken cancellationToken)
    {
        var witnesses = 0;
        foreach (var row in _rows)
        {
            var written = row.After switch
            {
                ResponseRow r => await context.Responses.AnyAsync(x => x.Id == r.Id && x.Revision == r.Revision && x.State == r.State, cancellationToken),
                ConversationRow c => await context.Conversations.AnyAsync(x => x.Id == c.Id && x.Version == c.Version, cancellationToken),
                _ => (bool?)null,
            };
            if (written == false)
                return false;
            witnesses += written is null ? 0 : 1;
        }

        return witnesses > 0;
    }
}
