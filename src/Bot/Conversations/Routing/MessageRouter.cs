using Bot.Survey.Dialogs;

namespace Bot.Conversations.Routing;

internal static class MessageRouter
{
    private const string CommandButton = "c.";

    public static MessageRoute Of(MessagePayload payload) => payload switch
    {
        MessagePayload.Text text => Typed(text.Value),
        MessagePayload.Answer answer => new MessageRoute.Input(new DialogInput.Text(answer.Value, answer.On)),
        MessagePayload.Press press => Pressed(press.Data),
        MessagePayload.Blocked blocked => new MessageRoute.Reachability(blocked.Value),
        MessagePayload.Document document => new MessageRoute.File(document.File),
        _ => new MessageRoute.Input(new DialogInput.Unsupported()),
    };

    // «/Start@the_bot PAYLOAD»
    private static MessageRoute Typed(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.Length < 2 || line[0] != '/')
            return new MessageRoute.Input(new DialogInput.Text(text));
        var end = line.IndexOfAny(" \t\r\n");
        var word = end < 0 ? line[1..] : line[1..end];
        var at = word.IndexOf('@');
        var name = at < 0 ? word : word[..at];
        return new MessageRoute.Command(name.ToString().ToLowerInvariant(), end < 0 ? "" : line[end..].Trim().ToString(), Pressed: false);
    }

    private static MessageRoute Pressed(string data)
    {
        if (!data.StartsWith(CommandButton, StringComparison.Ordinal))
            return new MessageRoute.Input(new DialogInput.Press(data));
        var dot = data.IndexOf('.', CommandButton.Length);
        return dot < 0
            ? new MessageRoute.Command(data[CommandButton.Length..], "", Pressed: true)
            : new MessageRoute.Command(data[CommandButton.Length..dot], data[(dot + 1)..], Pressed: true);
    }
}
