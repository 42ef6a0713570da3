using Bot.Persistence;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Alerts;

/// <summary>Reads the low ratings of the last days from the responses that are counted in the scores.</summary>
internal sealed class LowRatingReader(IDbContextFactory<BotDbContext> contexts, ScoringForms forms, ServiceCatalogue catalogue)
{
    /// <summary>Up to yesterday: today is not whole.</summary>
    public async Task<LowRatings> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var lows = new LowRatings();
        var services = catalogue.Services.Select(s => s.Id).ToList();
        var (from, to) = (AlmatyTime.At(today.AddDays(-LowRatings.Days), TimeOnly.MinValue), AlmatyTime.At(today, TimeOnly.MinValue));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Naming the services lets their index find the days.
        var rows = db.Responses.Where(r => services.Contains(r.ServiceId!) && r.Counted != null && r.SubmittedAt >= from && r.SubmittedAt < to)
            .Where(r => r.Counted!.Contains("=1") || r.Counted!.Contains("=2"))
            .Select(r => new { r.ServiceId, r.Form, r.RegionId, r.SubmittedAt, r.Counted });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (forms.Find(row.Form ?? "") is not { } form)
                continue;
            foreach (var criterion in form.CriteriaRated(row.Counted ?? "", ItemTally.Lowest, ItemTally.Lowest + 1))
                lows.Add(row.ServiceId ?? "", criterion, row.RegionId ?? "", AlmatyTime.Day(row.SubmittedAt.GetValueOrDefault()));
        }

        return lows;
    }
}
