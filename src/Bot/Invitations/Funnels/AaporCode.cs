namespace Bot.Invitations.Funnels;

/// <summary>
/// A final disposition by the Standard Definitions of the AAPOR for internet surveys of specifically named persons. There are no partial
/// interviews: what is not submitted is never counted and is erased, so that it is a break-off however far it came.
/// </summary>
/// <param name="Number">The code, as «2.12».</param>
/// <param name="Group">The letter in the formulas of the rates.</param>
internal sealed record AaporCode(string Number, AaporGroup Group)
{
    private static readonly AaporCode Complete = new("1.1", AaporGroup.Interview);
    private static readonly AaporCode ExplicitRefusal = new("2.111", AaporGroup.Refusal);
    private static readonly AaporCode ImplicitRefusal = new("2.112", AaporGroup.Refusal);
    private static readonly AaporCode LoggedOnOnly = new("2.1121", AaporGroup.Refusal);
    private static readonly AaporCode BreakOff = new("2.12", AaporGroup.Refusal);
    private static readonly AaporCode NonContact = new("2.20", AaporGroup.NonContact);
    private static readonly AaporCode NotSent = new("3.11", AaporGroup.Unknown);
    private static readonly AaporCode NothingReturned = new("3.19", AaporGroup.Unknown);
    private static readonly AaporCode Undelivered = new("3.30", AaporGroup.Unknown);
    private static readonly AaporCode ScreenedOut = new("4.10", AaporGroup.NotEligible);

    /// <summary>What may still be answered counts as if it ended now, as non-response.</summary>
    public static AaporCode Of(FunnelStep step, FunnelEnd end) => end switch
    {
        FunnelEnd.Completed => Complete,
        FunnelEnd.Refused => ExplicitRefusal,
        FunnelEnd.Withdrawn or FunnelEnd.Waiting => ScreenedOut,
        FunnelEnd.Blocked => step == FunnelStep.Invited ? Undelivered : ImplicitRefusal,
        FunnelEnd.Failed => Undelivered,
        FunnelEnd.Unsent => NotSent,
        _ => step switch
        {
            FunnelStep.Invited => NothingReturned,
            FunnelStep.Delivered => NonContact,
            FunnelStep.Opened => LoggedOnOnly,
            _ => BreakOff,
        },
    };

    /// <summary>Whether the survey was begun and not finished.</summary>
    public bool IsBreakOff => this == BreakOff;
}

/// <summary>The letters of the AAPOR's formulas; O, «other», and P, «partial», do not occur here.</summary>
internal enum AaporGroup
{
    /// <summary>I.</summary>
    Interview,

    /// <summary>R: refusals and break-offs.</summary>
    Refusal,

    /// <summary>NC.</summary>
    NonContact,

    /// <summary>UO: whether the person is eligible, or got the invitation at all, is not known.</summary>
    Unknown,

    /// <summary>In no rate.</summary>
    NotEligible,
}
