namespace Bot.Survey.Dialogs;

/// <summary>Something that happens to a survey: a person's act, or an event of the host's.</summary>
public abstract record DialogInput
{
    private DialogInput() { }

    /// <summary>The person opened the bot (/start, a link, a page). On an unfinished survey it asks «is this you?».</summary>
    public sealed record Open : DialogInput;

    /// <summary>A button was pressed. Anything not offered by the current card is stale and changes nothing.</summary>
    /// <param name="Data">The button's data as received; may be forged.</param>
    public sealed record Press(string Data) : DialogInput;

    /// <summary>A text was typed; any length, may be empty.</summary>
    /// <param name="Value">The text as received.</param>
    /// <param name="On">Data of a button of the card on which it was typed, where the channel knows: on any other card it is stale; null: the channel does not know.</param>
    public sealed record Text(string Value, string? On = null) : DialogInput;

    /// <summary>Something was sent that is no text: a photo, a sticker, a voice message.</summary>
    public sealed record Unsupported : DialogInput;

    /// <summary>The language was chosen by command.</summary>
    /// <param name="Language">A language code of the texts; null asks for it.</param>
    public sealed record SetLanguage(string? Language) : DialogInput;

    /// <summary>The person stops; answers are kept and the survey can go on later.</summary>
    public sealed record Stop : DialogInput;

    /// <summary>Nothing came for so long that another person may hold the phone: asks «is this you?».</summary>
    public sealed record TimeOut : DialogInput;

    /// <summary>The term of an unfinished survey is over: its answers are erased.</summary>
    public sealed record Expire : DialogInput;

    /// <summary>The time has come to ask again whether the service was given («not yet» before).</summary>
    public sealed record AskAgain : DialogInput;

    /// <summary>The service's own system says that there is a result: who waits for it is asked at the given time.</summary>
    /// <param name="At">When to ask.</param>
    public sealed record ResultGiven(DateTimeOffset At) : DialogInput;

    /// <summary>The host found that this person rated this service less than 30 days ago (answer to <see cref="DialogFact.ServiceChosen"/>).</summary>
    /// <param name="ResponseId">The earlier response.</param>
    /// <param name="SubmittedAt">When it was submitted.</param>
    public sealed record EarlierFound(long ResponseId, DateTimeOffset SubmittedAt) : DialogInput;

    /// <summary>The person came back to a submitted response to change it («change that one»), whatever its age.</summary>
    public sealed record Reopen : DialogInput;

    /// <summary>The card is about to be shown once more in another message: from now on the buttons of the older copies are stale.</summary>
    public sealed record Redraw : DialogInput;
}
