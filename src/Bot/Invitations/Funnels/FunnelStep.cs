namespace Bot.Invitations.Funnels;

/// <summary>How far an invitation came. Whoever took a step took those before it, known or not.</summary>
internal enum FunnelStep
{
    /// <summary>The link was given out or sent.</summary>
    Invited,

    /// <summary>A message of ours arrived; of links that others hand on it is not known.</summary>
    Delivered,

    /// <summary>The person opened the link.</summary>
    Opened,

    /// <summary>The first question was answered.</summary>
    Started,

    /// <summary>The survey was submitted.</summary>
    Completed,
}
