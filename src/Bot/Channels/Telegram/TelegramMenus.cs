using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Localization;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Channels.Telegram;

/// <summary>The lists of commands that Telegram shows beside the input field.</summary>
internal sealed partial class TelegramMenus(IEnumerable<ICommand> commands, TextCatalogue texts, TelegramClient client, ILogger<TelegramMenus> logger)
{
    /// <summary>Shows a chat the commands of a role, or, with null, of everybody. Best effort: a failure is logged, not thrown.</summary>
    public async Task ForStaffAsync(string chatId, StaffRole? role, CancellationToken cancellationToken)
    {
        var scope = new BotCommandScopeChat { ChatId = long.Parse(chatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) };
        foreach (var language in MenuLanguage.Of(texts))
        {
            var answer = await client.TryAsync(
                bot => role is null
                    ? bot.DeleteMyCommands(scope, language.Telegram, cancellationToken)
                    : bot.SetMyCommands(List(language.Text, role), scope, language.Telegram, cancellationToken),
                cancellationToken);
            if (answer.Outcome != ApiOutcome.Done)
            {
                Log.NoMenu(logger, answer.Code, answer.Description);
            }
        }
    }

    /// <summary>Shows everybody's commands to everybody.</summary>
    public async Task ForEverybodyAsync(ITelegramBotClient bot, CancellationToken cancellationToken)
    {
        foreach (var language in MenuLanguage.Of(texts))
        {
            await bot.SetMyCommands(List(language.Text, role: null), languageCode: language.Telegram, cancellationToken: cancellationToken);
        }
    }

    private IEnumerable<BotCommand> List(string language, StaffRole? role) =>
        from command in commands
        where command.IsListed && (command.Role is null || command.Role == role || role == StaffRole.Administrator)
        select new BotCommand(command.Name, texts.Get(language, $"commands.{command.Name}"));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A chat's list of commands could not be changed: {Code} {Description}")]
        public static partial void NoMenu(ILogger logger, int code, string? description);
    }
}
