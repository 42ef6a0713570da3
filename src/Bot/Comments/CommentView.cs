using System.Globalization;
using Bot.Managers;
using Bot.Survey.Catalogue;
using Bot.Survey.Comments;

namespace Bot.Comments;

/// <summary>What of the comments to one service a card shows, as a button's data says it: <c>c.comments.VIEW.REGION.SERVICE.FORM.TOPIC.PAGE</c>.</summary>
/// <remarks>Form and topic are one character each: beside a long region and service there is no room for more.</remarks>
internal sealed record CommentView(ScorePlace Place, string Service, string? Form = null, string? Topic = null, int Page = 0)
{
    public const string Board = "b";
    public const string List = "l";
    private const string Command = "c.comments";
    private const string All = "-";
    private const string Other = "o";

    /// <summary>The list of services.</summary>
    public static string Services(ScorePlace place, int page) => string.Create(CultureInfo.InvariantCulture, $"{Command}.o.{place.Region ?? All}.{page}");

    /// <param name="parts">The arguments of a button.</param>
    /// <param name="topics">The criteria in their order.</param>
    public static CommentView Read(string[] parts, IReadOnlyList<string> topics) => new(
        ScorePlace.Read(parts.ElementAtOrDefault(1)),
        parts.ElementAtOrDefault(2) ?? "",
        Number(parts.ElementAtOrDefault(3)) is { } form && form < ServiceForms.All.Count ? ServiceForms.All[form].Id() : null,
        parts.ElementAtOrDefault(4) == Other ? CommentRules.Other : Number(parts.ElementAtOrDefault(4)) is { } topic && topic < topics.Count ? topics[topic] : null,
        Number(parts.ElementAtOrDefault(5)) ?? 0);

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Data(string view, IReadOnlyList<string> topics) => string.Join(
        '.', Command, view, Place.Region ?? All, Service,
        Form is null ? All : Index([.. ServiceForms.All.Select(form => form.Id())], Form),
        Topic is null ? All : Topic == CommentRules.Other ? Other : Index([.. topics], Topic),
        Page.ToString(CultureInfo.InvariantCulture));

    private static string Index(List<string> all, string one) => all.IndexOf(one).ToString(CultureInfo.InvariantCulture);
}
