using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence.Entities;

namespace Bot.Alerts;

/// <summary>A subscription for which something is due, and who is to be told.</summary>
/// <param name="Channel">Where the person writes.</param>
/// <param name="Language">The language they chose; null: none.</param>
internal sealed record DueSubscription(SubscriptionRow Row, string Channel, string? Language);

/// <summary>A claimed subscription with the rights of its owner at this moment.</summary>
/// <param name="Language">A language that there are texts in.</param>
internal sealed record Recipient(SubscriptionTarget Target, ScoreAccess Access, ConversationKey Key, string Language);
