namespace Bot.Conversations;

internal static class ChannelNames
{
    public const string Telegram = "telegram";
    public const string Web = "web";
    public const string Page = "page";

    /// <summary>All of them, as columns and files name them.</summary>
    public static IReadOnlyList<string> All { get; } = [Telegram, Web, Page];

    /// <summary>Whether people can be written to on this channel who are not there now.</summary>
    public static bool WritesFirst(string channel) => channel == Telegram;
}
