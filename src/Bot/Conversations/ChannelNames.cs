namespace Bot.Conversations;

internal static class ChannelNames
{
    public const string Telegram = "telegram";
    public const string Web = "web";
}
