using System.Collections.Immutable;

namespace Bot.Survey.Dialogs;

/// <summary>Everything that is known of one survey. Immutable; saved whole after each step.</summary>
public sealed record DialogState
{
    /// <summary>Id of the response that this survey becomes. Part of every button, so that a card of another survey is stale here.</summary>
    public required long ResponseId { get; init; }

    /// <summary>Counts the changes; part of every button, so that only the newest card's buttons count.</summary>
    public int Revision { get; init; }

    /// <summary>Kind of channel the conversation is on now: <c>telegram</c>, <c>web</c> or <c>page</c>. Only the wording of some cards differs by it.</summary>
    public string Channel { get; init; } = "telegram";

    /// <summary>Language code; null until chosen.</summary>
    public string? Language { get; init; }

    /// <summary>Language the client suggests; only orders the buttons of the language question.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>Whether consent was given.</summary>
    public bool Consented { get; init; }

    /// <summary>How the survey came about.</summary>
    public SurveyLink Link { get; init; } = SurveyLink.None;

    /// <summary>Service id; null until chosen or linked.</summary>
    public string? ServiceId { get; init; }

    /// <summary>Form (<c>electronic</c>, <c>paper</c>, <c>proactive</c>); null until linked or known from the channel used.</summary>
    public string? Form { get; init; }

    /// <summary>Region id or <c>unknown</c>; null until linked or answered.</summary>
    public string? RegionId { get; init; }

    /// <summary>What the card is about.</summary>
    public Screen Screen { get; init; } = Screen.Language;

    /// <summary>Key of the question on the screen, where <see cref="Screen"/> is <see cref="Screen.Question"/> or <see cref="Screen.ConfirmChange"/>.</summary>
    public string? Question { get; init; }

    /// <summary>Answers by question: a rating <c>1</c>–<c>5</c>, <c>na</c>, an option key, option keys joined by a comma, a number, a text, or empty for «skipped».</summary>
    public ImmutableSortedDictionary<string, string> Answers { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Options ticked on a multiple-choice card that is not done yet; or the pending value of a change that must be confirmed.</summary>
    public string Draft { get; init; } = "";

    /// <summary>How many ratings the change would erase, while that is asked.</summary>
    public int Erasing { get; init; }

    /// <summary>Criterion whose answers are being changed from the review; empty: those outside the criteria; null: none.</summary>
    public string? Changing { get; init; }

    /// <summary>Typed words of the service or region search, or null.</summary>
    public string? Query { get; init; }

    /// <summary>Page of a long list, from 0.</summary>
    public int Page { get; init; }

    /// <summary>The screen to come back to after an interruption («is this you?», language).</summary>
    public Screen? Interrupted { get; init; }

    /// <summary>Data of the button that was pressed last, unless something was typed since: pressing it twice is no mistake.</summary>
    public string Pressed { get; init; } = "";

    /// <summary>When the survey began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>How fast the ratings were given.</summary>
    public Pace Pace { get; init; }

    /// <summary>First submit; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>An earlier response of the same person to the same service, while it is asked about.</summary>
    public long? EarlierId { get; init; }

    /// <summary>When that one was submitted.</summary>
    public DateTimeOffset? EarlierAt { get; init; }

    /// <summary>When to ask again, where the answer was «not yet».</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>Whether the last that the person said of the result is that there is none yet.</summary>
    public bool HasNoResult { get; init; }

    /// <summary>How often it may still be asked again; 0 once the person wants no more of it.</summary>
    public int AsksLeft { get; init; } = DialogSettings.MostAsks;
}
