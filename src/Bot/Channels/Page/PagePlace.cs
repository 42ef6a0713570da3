using Bot.Conversations;

namespace Bot.Channels.Page;

/// <summary>Where a page stands.</summary>
/// <param name="Token">The token in its address; null: none.</param>
/// <param name="Link">What it leads to.</param>
/// <param name="Key">The conversation that it shows.</param>
/// <param name="Carried">The person's sealed id, where forms must carry it because no cookie has come; null: not needed.</param>
internal sealed record PagePlace(string? Token, PageLink Link, ConversationKey Key, string? Carried)
{
    public const string Root = "/s";

    public string Url => Token is null ? Root : $"{Root}/{Token}";

    /// <summary>The same conversation under the address that shows whatever it is at.</summary>
    public PagePlace Anywhere => this with { Token = null, Link = new PageLink.Any() };
}
