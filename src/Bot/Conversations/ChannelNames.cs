namespace Bot.Conversations;

internal static class ChannelNames
{
    public const string Telegram = "telegram";
    public const string Web = "web";

    /// <summary>Whether people can be written to on this channel who are not there now.</summary>
    public static bool WritesFirst(string channel) => channel == Telegram;
}
