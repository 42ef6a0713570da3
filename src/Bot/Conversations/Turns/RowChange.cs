using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Turns;

/// <summary>A row to insert (no before), to delete (no after) or to update. A changed row must still be as it was before, or nothing is written.</summary>
internal readonly record struct RowChange(object? Before, object? After)
{
    public static RowChange Insert(object row) => new(null, row);

    public static RowChange Delete(object row) => new(row, null);

    public void Apply(DbContext context)
    {
        if (After is null)
        {
            context.Entry(Before!).State = EntityState.Deleted;
            return;
        }

        var entry = context.Entry(After);
        if (Before is null)
        {
            entry.State = EntityState.Added;
            return;
        }

        // The columns that differ become modified, and a concurrency token is compared with its value before.
        entry.State = EntityState.Unchanged;
        entry.OriginalValues.SetValues(Before);
    }
}
