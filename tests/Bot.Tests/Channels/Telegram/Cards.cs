using Bot.Survey.Dialogs;

namespace Bot.Tests.Channels.Telegram;

internal static class Cards
{
    public static Card Question(string text = "Ақпарат түсінікті", int revision = 1) => new(
        text,
        [
            [.. Enumerable.Range(1, 5).Select(value => new CardButton($"{value}", $"7.{revision}.{value}"))],
            [new CardButton("Артқа", $"7.{revision}.b")],
        ],
        "kk");
}
