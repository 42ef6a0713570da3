using Bot.Survey.Dialogs;

namespace Bot.Channels.Page;

/// <summary>What the address of a page leads to.</summary>
internal abstract record PageLink
{
    private PageLink() { }

    /// <summary>One person's invitation: whoever holds the link is in its conversation.</summary>
    public sealed record Invited(string Token) : PageLink;

    /// <summary>A link that anybody may use: the conversation is the browser's.</summary>
    public sealed record Open(SurveyLink Survey) : PageLink;

    /// <summary>The code of a place whose last day is over.</summary>
    public sealed record Over : PageLink;

    /// <summary>No link: whatever survey the browser's conversation is at.</summary>
    public sealed record Any : PageLink;

    /// <summary>Whether this address shows the survey at which its conversation is. An open link begins anew where the last survey is over.</summary>
    public bool Covers(DialogState survey, DateTimeOffset now) =>
        this is not Open open || (survey.Link == open.Survey && (!DialogEngine.IsFinished(survey) || DialogEngine.IsChangeable(survey, now)));
}
