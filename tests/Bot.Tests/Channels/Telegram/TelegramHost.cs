using System.Net.Http.Headers;
using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Conversations;
using Bot.Invitations;
using Bot.Survey.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>The channel alone, on a port of its own, between a scripted runner and a fake Bot API.</summary>
internal sealed class TelegramHost : IAsyncDisposable
{
    public const string Secret = "s3cret_-";
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private TelegramHost(WebApplication app, FakeBotApi api, FakeRunner runner, WatchedTime time)
    {
        (_app, Api, Runner, Time) = (app, api, runner, time);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeBotApi Api { get; }

    public FakeRunner Runner { get; }

    public WatchedTime Time { get; }

    public TelegramSender Sender => Get<TelegramSender>();

    public IChannel Channel => Get<IChannel>();

    public static Task<TelegramHost> StartAsync(params (string Name, string Value)[] settings) =>
        StartAsync(new FakeRunner(), settings);

    public static Task<TelegramHost> StartPollingAsync(FakeRunner? runner = null, Action<FakeBotApi>? script = null) =>
        StartAsync(runner ?? new FakeRunner(), [("WebhookUrl", "")], script);

    public static async Task<TelegramHost> StartAsync(FakeRunner runner, (string Name, string Value)[] settings, Action<FakeBotApi>? script = null, params ICommand[] commands)
    {
        var api = await FakeBotApi.StartAsync();
        script?.Invoke(api);
        var time = new WatchedTime();
        var builder = FakeServer.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = FakeBotApi.Token,
            ["Telegram:ApiBaseUrl"] = api.Address,
            ["Telegram:WebhookUrl"] = "https://bot.example/telegram/webhook",
            ["Telegram:WebhookSecret"] = Secret,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Telegram:" + setting.Name, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IConversationRunner>(runner);
        builder.Services.AddSingleton<StaffChanges>();
        builder.Services.AddSingleton<BotName>();
        builder.Services.AddSingleton(new TextCatalogue([("kk.json", Texts("kk", "Қазақша")), ("ru.json", Texts("ru", "Русский"))]));
        foreach (var command in commands)
        {
            builder.Services.AddSingleton(command);
        }

        builder.AddTelegram();
        var app = builder.Build();
        app.MapTelegram();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TelegramHost(app, api, runner, time);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Sends an update as Telegram does.</summary>
    public Task<HttpResponseMessage> PostAsync(string update, string? secret = Secret) => PostAsync(new StringContent(update), secret);

    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TelegramWebhook.Path) { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Api.DisposeAsync();
    }

    private static string Texts(string code, string name) => $$"""
        {
          "language": { "code": "{{code}}", "name": "{{name}}", "culture": "{{code}}-KZ" },
          "error": { "file_not_sent": "not sent {{code}}" },
          "commands": { "help": "help {{code}}", "scores": "scores {{code}}", "grant": "grant {{code}}" },
          "profile": { "name": "name {{code}}", "description": "description {{code}}", "short": "short {{code}}" }
        }
        """;
}
