using Bot.Survey.Dialogs;

namespace Bot.Channels.Telegram;

/// <summary>A card on its way to a chat. Done when it was shown, could not be shown, or a newer card took its place.</summary>
internal sealed class Showing(Card card, long? editId) : TaskCompletionSource<Delivery>
{
    public Card Card => card;

    /// <summary>The message to edit; null: a new one.</summary>
    public long? EditId { get; set; } = editId;

    /// <summary>A newer card is shown in its stead.</summary>
    public void Supersede() => TrySetResult(new Delivery(DeliveryStatus.Shown));

    public bool LooksLike(Showing other) => Card.LooksLike(other.Card);
}
