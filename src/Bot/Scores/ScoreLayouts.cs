using System.Globalization;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>Knows by which layouts the stored cells were counted: where a questionnaire's items, criteria or zones have changed, everything is to be counted anew.</summary>
internal sealed class ScoreLayouts(IDbContextFactory<BotDbContext> contexts, ScoringForms forms, TimeProvider time)
{
    private const string Layout = "layout";

    /// <summary>Whether the cells are of today's layouts; an empty database takes them over.</summary>
    public async Task<bool> AreCurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Scores.Where(s => s.Kind == Layout).ToDictionaryAsync(s => s.ScopeId, s => s.Json, cancellationToken);
        if (forms.All.All(form => stored.GetValueOrDefault(form.Layout.Form) == Mark(form)))
            return true;
        if (stored.Count > 0 || await db.ScoreCells.AnyAsync(cancellationToken))
            return false;
        await KeepAsync(cancellationToken);
        return true;
    }

    /// <summary>Everything has been counted by today's layouts.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Scores.Where(s => s.Kind == Layout).ExecuteDeleteAsync(cancellationToken);
        db.Scores.AddRange(forms.All.Select(form => new ScoreRow { Kind = Layout, ScopeId = form.Layout.Form, Json = Mark(form), ComputedAt = time.GetUtcNow() }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Mark(ScoringForm form) => TallyBytes.MarkOf(form.Layout).ToString("x8", CultureInfo.InvariantCulture);
}
