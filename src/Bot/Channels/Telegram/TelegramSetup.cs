using Bot.Invitations;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace Bot.Channels.Telegram;

/// <summary>Tells Telegram, beside the start and as often as needed, where the bot is, what it is called and which commands it knows.</summary>
internal sealed partial class TelegramSetup(
    IOptions<TelegramOptions> options, TelegramClient client, TelegramMenus menus, TelegramProfile profile, BotName name, TimeProvider time, ILogger<TelegramSetup> logger) : BackgroundService
{
    private static readonly UpdateType[] Updates = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            Log.Off(logger);
            return;
        }

        Log.On(logger, options.Value.IsPolling ? "long polling" : "webhook");
        await Task.WhenAll(Steps(stoppingToken).Select(step => RunAsync(step.What, step.Call, stoppingToken)));
    }

    private IEnumerable<(string What, Func<ITelegramBotClient, Task> Call)> Steps(CancellationToken cancellationToken)
    {
        if (!options.Value.IsPolling)
        {
            yield return ("webhook", bot => bot.SetWebhook(
                options.Value.WebhookUrl!,
                maxConnections: options.Value.MaxConnections,
                allowedUpdates: Updates,
                secretToken: options.Value.WebhookSecret,
                cancellationToken: cancellationToken));
        }

        yield return ("user name", async bot => name.Learn((await bot.GetMe(cancellationToken)).Username ?? ""));
        yield return ("commands", bot => menus.ForEverybodyAsync(bot, cancellationToken));
        yield return ("profile", bot => profile.SetAsync(bot, cancellationToken));
    }

    private async Task RunAsync(string what, Func<ITelegramBotClient, Task> call, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var answer = await client.TryAsync(call, cancellationToken);
            if (answer.Outcome == ApiOutcome.Done)
            {
                return;
            }

            var wait = answer.Outcome == ApiOutcome.TooMany ? answer.RetryAfter : pause;
            Log.NotSet(logger, what, answer.Code, answer.Description, wait);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram is off: there is no Telegram:Token.")]
        public static partial void Off(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram is on, by {Way}.")]
        public static partial void On(ILogger logger, string way);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take the bot's {What}: {Code} {Description}. Next attempt in {Wait}.")]
        public static partial void NotSet(ILogger logger, string what, int code, string? description, TimeSpan wait);
    }
}
