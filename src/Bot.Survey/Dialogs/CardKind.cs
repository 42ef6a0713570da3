namespace Bot.Survey.Dialogs;

/// <summary>What a card asks for. Channels without forms show all kinds alike: a text and buttons.</summary>
public enum CardKind
{
    /// <summary>One of its buttons.</summary>
    Menu,

    /// <summary>A rating 1–5, or «does not concern me».</summary>
    Rating,

    /// <summary>One of several answers.</summary>
    Choice,

    /// <summary>Any number of several answers; each button ticks or unticks one.</summary>
    Several,

    /// <summary>A whole number, typed.</summary>
    Number,

    /// <summary>A text of the person's own.</summary>
    Text,

    /// <summary>Words to look for in the list that the buttons are taken from.</summary>
    Search,
}
