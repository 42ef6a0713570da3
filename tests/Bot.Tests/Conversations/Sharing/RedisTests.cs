using Bot.Conversations.Sharing;
using Bot.Hosting.Keys;
using Bot.Persistence.Entities;
using Bot.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Sharing;

public sealed class RedisTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_share_a_survey_while_Redis_is_flushed_killed_and_comes_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis);
        await using var second = await StartAsync(redis, first.Folder);
        await ConnectedAsync(first, second);
        var talk = await new Talk(first).BeginAsync();
        Assert.Contains(await redis.KeysAsync(), key => key.StartsWith("bot:conversation:", StringComparison.Ordinal));

        talk.Host = second;
        await talk.RateAsync("5", only: 2);
        await redis.FlushAsync();
        talk.Host = first;
        await talk.RateAsync("5", only: 2);
        await redis.KillAsync();
        talk.Host = second;
        await talk.RateAsync("5", only: 2);
        talk.Host = first;
        await talk.RateAsync("5", only: 2);
        await redis.UpAsync();
        talk.Host = second;
        await talk.RateAsync();
        await talk.TapAsync("Отправить");

        await using var db = first.Open();
        Assert.Equal(9, await db.Answers.CountAsync(a => a.Value == 5, Stop));
        Assert.Equal(ResponseStatus.Submitted, (await db.Responses.SingleAsync(Stop)).Status);
    }

    [Fact]
    public async Task What_one_program_changes_the_other_hears_of()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis);
        await using var second = await StartAsync(redis, first.Folder);
        await ConnectedAsync(first, second);
        var talk = new Talk(first);
        var heard = new TaskCompletionSource();
        using var subscription = second.Get<IConversationBus>().Subscribe(second.Get<ConversationIds>().Of(talk.Key), () => heard.TrySetResult());
        await talk.TypeAsync("/start");
        await heard.Task.WaitAsync(Patience, Stop);
    }

    [Fact]
    public async Task A_turn_that_comes_again_to_the_other_program_is_counted_once_also_without_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis);
        await using var second = await StartAsync(redis, first.Folder);
        var talk = await new Talk(first).BeginAsync();
        await talk.RateAsync();
        await redis.KillAsync();
        var (submit, update, cardRef) = (talk.Data("Отправить"), Talk.NextUpdate(), talk.CardRef);
        await talk.PressAsync(submit, cardRef, update);
        talk.Host = second;
        await talk.PressAsync(submit, cardRef, update);

        await first.Get<ScoreFold>().RunAsync(Stop);
        await using var db = first.Open();
        Assert.Equal(9, await db.Answers.CountAsync(a => a.Value == 5, Stop));
        var deltas = await db.ScoreDeltas.CountAsync(Stop);
        var counted = await new ScoreTallies(db, first.Get<ScoringForms>(), published: false).ReadAsync(null, null, Stop);
        Assert.Equal(1, deltas + counted.Values.Sum(t => t.Respondents));
    }

    [Fact]
    public async Task A_program_that_began_without_Redis_hears_the_other_when_it_comes()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var first = await StartAsync(redis);
        await using var second = await StartAsync(redis, first.Folder);
        await redis.UpAsync();
        await ConnectedAsync(first, second);
        var talk = new Talk(first);
        var heard = new TaskCompletionSource();
        using var subscription = second.Get<IConversationBus>().Subscribe(second.Get<ConversationIds>().Of(talk.Key), () => heard.TrySetResult());
        await talk.TypeAsync("/start");
        await heard.Task.WaitAsync(Patience, Stop);
        Assert.NotEmpty(await redis.KeysAsync());
    }

    [Fact]
    public async Task A_Redis_that_is_gone_is_complained_of_once_a_minute()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        var time = new FakeTimeProvider();
        var log = new CountingLog();
        using var connection = new RedisConnection(redis.ConnectionString, time, log);
        for (var i = 0; i < 5; i++)
            Assert.Null(connection.Database);
        Assert.True(connection.Forgives(new TimeoutException()));
        Assert.False(connection.Forgives(new InvalidOperationException()));
        Assert.Equal(1, log.Lines);
        time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 5; i++)
            Assert.Null(connection.Database);
        Assert.Equal(2, log.Lines);
    }

    [Fact]
    public async Task Without_a_connection_string_all_stays_in_the_process()
    {
        await using var host = await BotHost.StartAsync();
        Assert.IsType<MemoryConversationCache>(host.Get<IConversationCache>());
        var talk = new Talk(host);
        var heard = 0;
        var id = host.Get<ConversationIds>().Of(talk.Key);
        using (host.Get<IConversationBus>().Subscribe(id, () => heard++))
            await talk.TypeAsync("/start");
        await talk.TapAsync("Русский");
        Assert.Equal(1, heard);
        Assert.NotNull(await host.Get<IConversationCache>().GetAsync(id));
    }

    [Fact]
    public async Task A_Redis_that_never_was_there_holds_nothing_up()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var host = await StartAsync(redis);
        await new Talk(host).SubmitAsync();
        await using var db = host.Open();
        Assert.Equal(9, await db.Answers.CountAsync(a => a.Value == 5, Stop));
    }

    // Where the machine was busy a program has begun without Redis, and what it says until it is connected is lost.
    private static async Task ConnectedAsync(params BotHost[] hosts)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (hosts.Select(host => host.Get<RedisConnection>()).Any(redis => redis.Database is null || redis.Subscriber.SubscribedEndpoint(RedisConversationBus.Channel) is null))
            await look.WaitForNextTickAsync(deadline.Token);
    }

    private static Task<BotHost> StartAsync(RedisServer redis, string? folder = null) =>
        BotHost.StartAsync(new BotHostOptions { Folder = folder, Settings = { ["ConnectionStrings:Redis"] = redis.ConnectionString } });

    private sealed class CountingLog : ILogger<RedisConnection>
    {
        public int Lines { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines++;
    }
}
