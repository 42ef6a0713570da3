namespace Bot.Channels;

internal enum DeliveryStatus
{
    /// <summary>Shown (or known to be on the screen already).</summary>
    Shown,

    /// <summary>Not now: try again, not before <see cref="Delivery.NotBefore"/>.</summary>
    Later,

    /// <summary>The person cannot be reached on this channel any more.</summary>
    Gone,
}

/// <summary>What became of an attempt to show a card.</summary>
/// <param name="Status">Whether it is shown.</param>
/// <param name="CardRef">Under which reference.</param>
/// <param name="NotBefore">When to try again at the earliest.</param>
/// <param name="MayHaveArrived">Whether it may be shown though no answer said so: not to be tried again where a card must not come twice.</param>
/// <param name="IsRefused">Whether the channel refuses this card, and would do so again.</param>
internal readonly record struct Delivery(
    DeliveryStatus Status, string? CardRef = null, DateTimeOffset? NotBefore = null, bool MayHaveArrived = false, bool IsRefused = false);
