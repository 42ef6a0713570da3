using Bot.Conversations;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Jobs;

public sealed class RetentionJobTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unfinished_answers_are_erased_after_30_days_and_not_before()
    {
        await using var host = await StartAsync();
        await new Talk(host).BeginAsync();
        await PassAsync(host, TimeSpan.FromDays(30));
        Assert.Equal(ResponseStatus.Open, (await ResponseAsync(host)).Status);
        await PassAsync(host, TimeSpan.FromSeconds(1));
        var expired = await ResponseAsync(host);
        Assert.Equal(ResponseStatus.Expired, expired.Status);
        Assert.DoesNotContain("granted", expired.State, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_goes_after_30_days_and_the_link_to_the_answers_after_365_while_the_score_stays()
    {
        await using var host = await StartAsync();
        await new Talk(host).SubmitAsync();
        await host.Get<ScoreFold>().RunAsync(Stop);
        await PassAsync(host, TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        await using var db = host.Open();
        Assert.Empty(await db.Contacts.ToListAsync(Stop));
        Assert.NotNull((await ResponseAsync(host)).RespondentId);
        await PassAsync(host, TimeSpan.FromDays(335));
        var unlinked = await ResponseAsync(host);
        Assert.Null(unlinked.RespondentId);
        Assert.Equal("", unlinked.State);
        Assert.Equal(9, await db.Answers.CountAsync(a => a.Value == 5, Stop));
        Assert.Equal(0, (await host.Get<ScoreRebuild>().RunAsync(Stop)).Drift);
    }

    [Fact]
    public async Task Who_had_no_result_yet_is_asked_again_on_the_day_chosen_and_not_before()
    {
        await using var host = await StartAsync();
        var talk = await WaitAsync(host);
        Assert.Contains("3 марта", talk.Card.Text, StringComparison.Ordinal);
        Pass(host, TimeSpan.FromHours(23));
        await RunAsync<AskAgainJob>(host, job => job.ExecuteAsync(Stop));
        Assert.Equal(ResponseStatus.Waiting, (await ResponseAsync(host)).Status);
        Pass(host, TimeSpan.FromHours(1));
        await RunAsync<AskAgainJob>(host, job => job.ExecuteAsync(Stop));
        Assert.Equal(ResponseStatus.Open, (await ResponseAsync(host)).Status);
        Assert.Contains("Каков результат", (await host.Get<IConversationRunner>().ShowAsync(talk.Key, Stop)).Card!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_that_was_stopped_is_over_after_its_term_like_any_other()
    {
        await using var host = await StartAsync();
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/stop");
        await PassAsync(host, TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        Assert.Equal(ResponseStatus.Expired, (await ResponseAsync(host)).Status);
    }

    [Fact]
    public async Task Who_was_choosing_the_language_when_the_day_came_is_asked_all_the_same()
    {
        await using var host = await StartAsync();
        var talk = await WaitAsync(host);
        await talk.TypeAsync("/language");
        Pass(host, TimeSpan.FromHours(24));
        await RunAsync<AskAgainJob>(host, job => job.ExecuteAsync(Stop));
        Assert.Equal(ResponseStatus.Open, (await ResponseAsync(host)).Status);
        Assert.Contains("Каков результат", (await host.Get<IConversationRunner>().ShowAsync(talk.Key, Stop)).Card!.Text, StringComparison.Ordinal);
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync(new BotHostOptions { Time = new FakeTimeProvider(Start) });

    /// <summary>Somebody has no result yet and is to be asked tomorrow.</summary>
    private static async Task<Talk> WaitAsync(BotHost host)
    {
        var talk = new Talk(host);
        await talk.TypeAsync("/start svc_2602001_e_astana");
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        await talk.TapAsync("Результата еще нет");
        return await talk.TapAsync("Завтра");
    }

    // The clock is set and no timer rings: those of the program ring each second, and a year has many.
    private static void Pass(BotHost host, TimeSpan time) => host.Time!.AdjustTime(host.Time.GetUtcNow() + time);

    private static Task PassAsync(BotHost host, TimeSpan time)
    {
        Pass(host, time);
        return RunAsync<RetentionJob>(host, job => job.ExecuteAsync(Stop));
    }

    /// <summary>Runs a job in a scope of its own, as Hangfire does.</summary>
    private static async Task RunAsync<TJob>(BotHost host, Func<TJob, Task> run)
        where TJob : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<TJob>());
    }

    private static async Task<ResponseRow> ResponseAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Responses.AsNoTracking().SingleAsync(Stop);
    }
}
