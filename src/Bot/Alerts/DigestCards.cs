using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Alerts;

/// <summary>Digests: the cards that the chat shows, of the last week.</summary>
internal sealed class DigestCards(StaffScores scores, OverviewCards overviews, ServiceScoreCards services, TextCatalogue texts, TimeProvider time)
{
    private const int Week = 7;

    /// <summary>The digest as its reader may see it at this moment; null: not at all.</summary>
    public async Task<Card?> MakeAsync(Recipient to, DigestRhythm rhythm, CancellationToken cancellationToken)
    {
        var place = to.Target.Place with { Period = Period(rhythm) };
        var card = to.Target.Kind switch
        {
            SubscriptionTarget.Service => await ServiceAsync(to, place, cancellationToken),
            SubscriptionTarget.Provider => await scores.ProviderAsync(to.Access, place, to.Target.Id, cancellationToken) is { } provider ? overviews.Provider(provider, place, to.Language) : null,
            _ => await scores.SummaryAsync(to.Access, place, cancellationToken) is { } summary ? overviews.Overview(summary, to.Access, place, to.Language) : null,
        };
        return card is null ? null : card with
        {
            Text = ScoreCard.Cut($"{texts.Get(to.Language, rhythm is DigestRhythm.Daily ? "alerts.digest_daily" : "alerts.digest_weekly")}\n\n{card.Text}"),
            Rows = [.. card.Rows, SubscriptionCards.Manage(texts, to.Language)],
        };
    }

    private async Task<Card?> ServiceAsync(Recipient to, ScorePlace place, CancellationToken cancellationToken) =>
        await scores.ServiceAsync(to.Access, place, to.Target.Id, cancellationToken) is { } one
            ? services.Service(one, await scores.ContextAsync(to.Access, place, [one.Service], cancellationToken), place, to.Language)
            : null;

    // Whole days, so that the week of a digest on Monday is the last one from Monday to Sunday.
    private PeriodChoice Period(DigestRhythm rhythm)
    {
        var today = AlmatyTime.Day(time.GetUtcNow());
        var end = rhythm is DigestRhythm.Weekly ? today.AddDays(-(((int)today.DayOfWeek + Week - 1) % Week)) : today;
        return PeriodChoice.Own(end.AddDays(-Week), end.AddDays(-1));
    }
}
