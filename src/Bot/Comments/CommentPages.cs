using Bot.Managers;
using Bot.Survey.Dialogs;

namespace Bot.Comments;

/// <summary>What cards of comments have in common.</summary>
internal static class CommentPages
{
    /// <summary>Buttons to the page before and the next.</summary>
    public static IEnumerable<CardButton> Turn(ScoreWords words, int page, int pages, Func<int, string> data) =>
        new[] { (Label: "←", Page: page - 1), (Label: "→", Page: page + 1) }
            .Where(turn => turn.Page >= 0 && turn.Page < pages)
            .Select(turn => new CardButton(turn.Label, data(turn.Page), words.Say("page", ("i", turn.Page + 1), ("n", pages))));

    public static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
