using Bot.Survey.Localization;
using Telegram.Bot;

namespace Bot.Channels.Telegram;

/// <summary>What Telegram shows of the bot before anybody has pressed Start. Changed only where it differs: Telegram allows few changes a day.</summary>
internal sealed class TelegramProfile(TextCatalogue texts)
{
    /// <summary>Changes what differs, the name last: Telegram allows the fewest changes of it.</summary>
    public async Task SetAsync(ITelegramBotClient bot, CancellationToken cancellationToken)
    {
        foreach (var (text, client) in MenuLanguage.Of(texts))
        {
            await SetAsync(texts.Get(text, "profile.short"), (await bot.GetMyShortDescription(client, cancellationToken)).ShortDescription,
                wanted => bot.SetMyShortDescription(wanted, client, cancellationToken));
            await SetAsync(texts.Get(text, "profile.description"), (await bot.GetMyDescription(client, cancellationToken)).Description,
                wanted => bot.SetMyDescription(wanted, client, cancellationToken));
        }

        foreach (var (text, client) in MenuLanguage.Of(texts))
        {
            await SetAsync(texts.Get(text, "profile.name"), (await bot.GetMyName(client, cancellationToken)).Name,
                wanted => bot.SetMyName(wanted, client, cancellationToken));
        }
    }

    private static Task SetAsync(string wanted, string there, Func<string, Task> set) => wanted == there ? Task.CompletedTask : set(wanted);
}
