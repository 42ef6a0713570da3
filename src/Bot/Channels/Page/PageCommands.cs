using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Survey.Dialogs;

namespace Bot.Channels.Page;

/// <summary>The commands that a page has; staff's are none of them.</summary>
internal sealed class PageCommands(CommandSet commands, ConversationIds ids)
{
    /// <summary>Followed by a language's code: takes that language.</summary>
    public const string Language = "c.language.";

    private const string Forget = "c.forget.";

    /// <summary>Commands that only tell or ask something, and are links.</summary>
    public static IReadOnlyList<string> Links { get; } = ["help", "mydata", "forget"];

    public static bool IsCommand(string data) => data.StartsWith("c.", StringComparison.Ordinal);

    /// <summary>Whether a button of a page may do this.</summary>
    public static bool MayPress(string data) => data.StartsWith(Language, StringComparison.Ordinal) || IsForget(data);

    public static bool IsForget(string data) => data.StartsWith(Forget, StringComparison.Ordinal);

    /// <summary>What a command says; null where it is no link. Nothing changes by it.</summary>
    public async Task<Card?> TellAsync(string name, ConversationKey conversation, string language, CancellationToken cancellationToken) =>
        Links.Contains(name, StringComparer.Ordinal) && commands.Find(name) is { } command
            ? (await command.ExecuteAsync(new CommandContext(conversation, ids.Of(conversation), language, "", Pressed: false, Staff: null), cancellationToken)).Card
            : null;
}
