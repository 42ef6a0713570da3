using Bot.Conversations.Sharing;
using Bot.Hosting.Keys;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Conversations.Sharing;

public sealed class RedisTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_share_a_survey_while_Redis_is_flushed_killed_and_comes_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis);
        await using var second = await StartAsync(redis, first.Folder);
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
        var talk = new Talk(first);
        var heard = new TaskCompletionSource();
        using var subscription = second.Get<IConversationBus>().Subscribe(second.Get<ConversationIds>().Of(talk.Key), heard.SetResult);
        await talk.TypeAsync("/start");
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
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

    private static Task<BotHost> StartAsync(RedisServer redis, string? folder = null) =>
        BotHost.StartAsync(new BotHostOptions { Folder = folder, Settings = { ["ConnectionStrings:Redis"] = redis.ConnectionString } });
}
