namespace Bot.Invitations.Funnels;

/// <summary>What became of an invitation: exactly one, the first that holds in this order.</summary>
internal enum FunnelEnd
{
    /// <summary>Submitted, also where the answers were erased since.</summary>
    Completed,

    /// <summary>Consent was refused, and the person has not come back.</summary>
    Refused,

    /// <summary>The person had withdrawn the application: there was nothing to rate.</summary>
    Withdrawn,

    /// <summary>The person has no result yet.</summary>
    Waiting,

    /// <summary>A message met a person who had blocked the bot or was gone; the link was not opened.</summary>
    Blocked,

    /// <summary>No message could be delivered; the link was not opened.</summary>
    Failed,

    /// <summary>The message is not sent, or will not be; the link was not opened.</summary>
    Unsent,

    /// <summary>The term is over, or what was begun is erased.</summary>
    Expired,

    /// <summary>May still be answered.</summary>
    Pending,
}
