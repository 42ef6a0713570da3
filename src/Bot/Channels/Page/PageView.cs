using Bot.Survey.Dialogs;

namespace Bot.Channels.Page;

internal enum PageStatus
{
    /// <summary>The card at which the conversation is.</summary>
    Current,

    /// <summary>Nothing is stored yet: the card with which a survey begins, or goes on that was begun elsewhere.</summary>
    First,

    /// <summary>The invitation's term is over.</summary>
    Expired,

    /// <summary>The invitation's survey is over, and was not on this page.</summary>
    Used,

    /// <summary>What was answered is erased.</summary>
    Erased,

    /// <summary>The invitation's campaign has enough answers.</summary>
    Full,
}

/// <summary>What a page shows.</summary>
/// <param name="Card">The card; null where the link is refused.</param>
/// <param name="IsElsewhere">Whether the conversation is at a survey of another link.</param>
internal sealed record PageView(PageStatus Status, Card? Card = null, bool IsElsewhere = false)
{
    /// <summary>Names the card among all of its conversation; empty where it has no buttons.</summary>
    public string Stamp => Card?.Rows.SelectMany(row => row).FirstOrDefault()?.Data ?? "";

    public bool Offers(string data) => Card?.Rows.Any(row => row.Any(button => button.Data == data)) == true;
}
