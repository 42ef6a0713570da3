using System.Collections.Concurrent;
using Bot.Conversations;
using Bot.Invitations;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Conversations;

public sealed class LogTests
{
    private const string Chat = "998877665544";
    private const string Comment = "Единорог в канцелярии";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_line_of_the_log_names_a_chat_a_token_or_an_answer()
    {
        var lines = new ConcurrentQueue<string>();
        var clock = QuietHost.NewClock();
        var channel = new FakeChannel { Answer = () => throw new HttpRequestException("no route") };
        await using var first = await StartAsync(null);
        await using var second = await StartAsync(first.Folder);
        var token = (await first.Get<ReceiptDesk>().TakeAsync(
            new Receipt("r-1", "2602001", "electronic", "astana", "egov_web", null, clock.GetUtcNow()), Stop)).Invitation.Token;
        var talk = await new Talk(first, Chat).BeginAsync("/start " + token);
        talk.Host = second; // Turns of one after the other meet stale cache entries, and fail once.
        await talk.RateAsync("4", only: 2);
        talk.Host = first;
        await talk.RateAsync("4");
        await talk.TapAsync("Отправить");
        await talk.TypeAsync(Comment);
        await first.Get<IConversationRunner>().CardDueAsync(talk.Key, clock.GetUtcNow(), Stop);
        await first.Get<CardSweep>().SweepAsync(Stop);
        await talk.TypeAsync("/mydata");
        await talk.TypeAsync("/forget");
        await talk.TapAsync("Да, стереть");

        Assert.Contains(lines, line => line.Contains("A due card could not be shown", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("INSERT INTO \"Answers\"", StringComparison.Ordinal));
        foreach (var secret in new[] { Chat, token, Comment, "period_ok", "no_claims" })
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));

        Task<BotHost> StartAsync(string? folder) => QuietHost.StartAsync(clock, folder, channel, builder =>
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Collected(lines)).AddFilter<Collected>(null, LogLevel.Trace));
    }

    private sealed class Collected(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose() { }
    }
}
