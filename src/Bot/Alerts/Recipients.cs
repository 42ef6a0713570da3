using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Alerts;

/// <summary>Who a subscriber is at this moment, and the way to them.</summary>
internal sealed class Recipients(ConversationStore store, StaffScores scores, Announcer announcer, TextCatalogue texts)
{
    public Task<Reach> ReachAsync(DueSubscription due, CancellationToken cancellationToken) =>
        announcer.FindAsync(due.Row.ConversationId, due.Channel, cancellationToken);

    /// <summary>The rights of the subscriber now; null where they no longer reach what was subscribed to.</summary>
    public async Task<Recipient?> FindAsync(DueSubscription due, ConversationKey key, CancellationToken cancellationToken)
    {
        if (await store.StaffAsync(due.Row.ConversationId, cancellationToken) is not { Role: StaffRole.Manager or StaffRole.Administrator } staff)
            return null;
        var (target, access) = (SubscriptionTarget.Of(due.Row), scores.AccessOf(staff));
        return target.IsSeen(access) ? new Recipient(target, access, key, texts.Choose(due.Language)) : null;
    }

    /// <inheritdoc cref="Announcer.SendAsync"/>
    public Task<DateTimeOffset?> SendAsync(DueSubscription due, Recipient to, Card card, CancellationToken cancellationToken) =>
        announcer.SendAsync(due.Row.ConversationId, to.Key, card, cancellationToken);
}
