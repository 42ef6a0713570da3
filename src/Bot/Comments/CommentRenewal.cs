using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Comments;

/// <summary>Reads comments again that were read by other rules than today's. Nothing is done twice, and a run cut off is made good by the next.</summary>
internal sealed class CommentRenewal(IDbContextFactory<BotDbContext> contexts, CommentTagger tagger)
{
    private const int AtOnce = 500;

    /// <summary>Number of comments that were read again.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var renewed = 0;
        var last = 0L;
        while (await SomeAsync(last, cancellationToken) is { Count: > 0 } some)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var comment in some)
                renewed += await RenewAsync(db, comment, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            last = some[^1].Row.ResponseId;
        }

        return renewed;
    }

    private async Task<List<Old>> SomeAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await db.Comments.Where(c => c.Rules != tagger.Version && c.ResponseId > after).Select(c => c.ResponseId).Distinct()
            .OrderBy(id => id).Take(AtOnce).ToListAsync(cancellationToken);
        return await db.Comments.AsNoTracking().Where(c => ids.Contains(c.ResponseId) && c.Rules != tagger.Version).OrderBy(c => c.ResponseId)
            .Select(c => new Old(
                c,
                db.Answers.Where(a => a.ResponseId == c.ResponseId && a.Item == CommentTagger.About).Select(a => a.Choice).FirstOrDefault(),
                db.Answers.Where(a => a.ResponseId == c.ResponseId && a.Item == CommentTagger.WentWrong).Select(a => a.Choice).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    private async Task<int> RenewAsync(BotDbContext db, Old comment, CancellationToken cancellationToken)
    {
        var (row, read) = (comment.Row, comment.Row.Rules);
        tagger.Tag(row, comment.About, comment.WentWrong, row.Language);
        // Whoever changed their comment in this moment had it read by today's rules.
        return await db.Comments.Where(c => c.ResponseId == row.ResponseId && c.Item == row.Item && c.Rules == read)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Topics, row.Topics).SetProperty(c => c.Sensitive, row.Sensitive)
                .SetProperty(c => c.Language, row.Language).SetProperty(c => c.Rules, row.Rules), cancellationToken);
    }

    private sealed record Old(CommentRow Row, string? About, string? WentWrong);
}
