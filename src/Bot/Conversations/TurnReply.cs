using Bot.Survey.Dialogs;

namespace Bot.Conversations;

/// <summary>What a channel has to show after a turn; it is already saved.</summary>
/// <param name="Card">The card, or null where nothing is to be shown.</param>
/// <param name="EditRef">The message to edit in place; null: send a new one.</param>
/// <param name="RetireRef">An older message whose buttons should go, best effort; null: none.</param>
/// <param name="Attachment">A file to send beside the card, once: it is not due again where that fails, and a repeated update does not bring it.</param>
internal sealed record TurnReply(Card? Card, string? EditRef = null, string? RetireRef = null, Attachment? Attachment = null)
{
    public static TurnReply Nothing { get; } = new((Card?)null);
}
