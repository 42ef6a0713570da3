namespace Bot.Invitations;

/// <summary>Whether the bot may invite a person by a message of its own.</summary>
internal enum DirectReach
{
    /// <summary>The bot knows nobody by this pseudonym whom it can write to.</summary>
    Unknown,

    /// <summary>The person wants no invitations.</summary>
    OptedOut,

    /// <summary>The person has blocked the bot.</summary>
    Blocked,

    /// <summary>The person was invited a short while ago, or is about to be.</summary>
    Resting,
    Open,
}

/// <param name="ConversationId">Where the person is known; null: nowhere.</param>
internal readonly record struct DirectWay(DirectReach Reach, string? ConversationId);
