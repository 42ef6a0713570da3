namespace Bot.Invitations.Funnels;

/// <summary>By what a funnel is split. All but <see cref="Opened"/> is settled with the invitation.</summary>
internal enum FunnelSplit
{
    /// <summary>Id of the campaign; 0: receipts.</summary>
    Campaign,
    Service,
    Region,

    /// <summary>How the person was invited: <see cref="FunnelReader.Message"/> or <see cref="FunnelReader.Link"/>.</summary>
    Channel,

    /// <summary>The channel on which the link was opened first; empty: not opened.</summary>
    Opened,

    /// <summary>The language in which the person was addressed; empty: not said.</summary>
    Language,
}
