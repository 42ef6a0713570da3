using Bot.Survey.Dialogs;

namespace Bot.Conversations.Routing;

/// <summary>Where a message belongs.</summary>
internal abstract record MessageRoute
{
    private MessageRoute() { }

    /// <summary>A command, typed or by its button.</summary>
    public sealed record Command(string Name, string Arguments, bool Pressed) : MessageRoute;

    /// <summary>The survey.</summary>
    public sealed record Input(DialogInput Value) : MessageRoute;

    /// <summary>A file.</summary>
    public sealed record File(SentFile Value) : MessageRoute;

    /// <summary>Not the conversation but the way to it: blocked (true) or open again.</summary>
    public sealed record Reachability(bool Blocked) : MessageRoute;
}
