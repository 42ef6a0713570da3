using Bot.Persistence.Entities;

namespace Bot.Invitations.Sending;

/// <summary>What becomes of a message.</summary>
/// <param name="DueAt">When to look at it again, where it stays due.</param>
internal readonly record struct MessageFate(MessageState State, DateTimeOffset? DueAt = null);

/// <summary>A message and what becomes of it.</summary>
internal readonly record struct MessageMove(OutgoingMessage Message, MessageFate Fate);
