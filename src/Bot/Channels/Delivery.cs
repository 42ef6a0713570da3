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
internal readonly record struct Delivery(DeliveryStatus Status, string? CardRef = null, DateTimeOffset? NotBefore = null);
