using Bot.Survey.Localization;
using Telegram.Bot;

namespace Bot.Channels.Telegram;

/// <summary>What Telegram shows of the bot before anybody has pressed Start. Changed only where it differs: Telegram allows few changes a day.</summary>
internal sealed class TelegramProfile(TextCatalogue texts)
{
    public async Task SetNameAsync(ITelegramBotClient bot, MenuLanguage language, CancellationToken cancellationToken)
    {
        var wanted = texts.Get(language.Text, "profile.name");
        if ((await bot.GetMyName(language.Telegram, cancellationToken)).Name != wanted)
        {
            await bot.SetMyName(wanted, language.Telegram, cancellationToken);
        }
    }

    public async Task SetDescriptionAsync(ITelegramBotClient bot, MenuLanguage language, CancellationToken cancellationToken)
    {
        var wanted = texts.Get(language.Text, "profile.description");
        if ((await bot.GetMyDescription(language.Telegram, cancellationToken)).Description != wanted)
        {
            await bot.SetMyDescription(wanted, language.Telegram, cancellationToken);
        }
    }

    public async Task SetShortDescriptionAsync(ITelegramBotClient bot, MenuLanguage language, CancellationToken cancellationToken)
    {
        var wanted = texts.Get(language.Text, "profile.short");
        if ((await bot.GetMyShortDescription(language.Telegram, cancellationToken)).ShortDescription != wanted)
        {
            await bot.SetMyShortDescription(wanted, language.Telegram, cancellationToken);
        }
    }
}
