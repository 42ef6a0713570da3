using Bot.Persistence.Entities;
using Microsoft.Extensions.Options;

namespace Bot.Invitations.Sending;

/// <summary>Whether a message that is due is sent now, later or not at all.</summary>
internal sealed class MessageRules(IOptions<InvitationsOptions> options)
{
    private static readonly MessageFate Cancelled = new(MessageState.Cancelled);

    /// <returns><see cref="MessageState.Claimed"/>: it is to be sent.</returns>
    public MessageFate Decide(OutgoingMessage message, DateTimeOffset now)
    {
        if (message.IsOptedOut || IsUseless(message, now))
            return Cancelled;
        if (message.Contact is not { } contact)
            return new MessageFate(MessageState.Failed);
        if (contact.BlockedAt is not null)
            return new MessageFate(MessageState.Blocked);
        if (message.Row.Number > 0 || !(message.LastInvitedAt + options.Value.Cooldown is { } rested && rested > now))
            return new MessageFate(MessageState.Claimed);
        return rested < message.Invitation.ExpiresAt ? new MessageFate(MessageState.Due, rested) : Cancelled;
    }

    /// <summary>The reminder that follows a message which arrived, or may have; null: none.</summary>
    public InvitationMessageRow? ReminderAfter(OutgoingMessage message, DateTimeOffset now)
    {
        var (row, next) = (message.Row, message.Row.Number + 1);
        var dueAt = now + options.Value.ReminderAfter(next);
        return next <= (message.Reminders ?? options.Value.Reminders) && dueAt < message.Invitation.ExpiresAt
            ? new InvitationMessageRow { InvitationId = row.InvitationId, Number = next, CampaignId = row.CampaignId, ConversationId = row.ConversationId, DueAt = dueAt }
            : null;
    }

    // Whoever has no result yet is asked again by the survey itself.
    private static bool IsUseless(OutgoingMessage message, DateTimeOffset now)
    {
        var invitation = message.Invitation;
        return invitation.ExpiresAt <= now || invitation.CompletedAt is not null || invitation.RefusedAt is not null
            || message.Survey is not (null or ResponseStatus.Open) || (message.Row.Number == 0 && invitation.OpenedAt is not null);
    }
}
