using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Bot.Api;
using Bot.Channels.DirectLine;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Jobs;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Tests.Scores;
using Hangfire;
using Hangfire.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Jobs;

public sealed class JobTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_raised_signal_brings_a_submit_into_the_scores()
    {
        await using var host = await BotHost.StartAsync();
        await new ScoreDesk(host).SubmitAsync("601001", "electronic", "astana", new() { ["speed"] = 4 });
        host.Get<IFoldSignal>().Raise();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        ServiceScores scores;
        do
            scores = await host.Get<ScoreReader>().ServiceAsync("601001", ScoreFilter.None, everything: true, deadline.Token);
        while (scores.Respondents == 0 && await look.WaitForNextTickAsync(deadline.Token));
        Assert.Equal(4, scores.Score?.Mean);
    }

    [Fact]
    public async Task The_recurring_jobs_are_registered_once()
    {
        await using var host = await BotHost.StartAsync();
        using var connection = host.Get<JobStorage>().GetConnection();
        Assert.Equal(["announce", "ask-again", "bursts", "campaigns", "comment-renewal", "retention", "score-fold", "score-rebuild"], connection.GetRecurringJobs().Select(j => j.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(StaffRole.Manager, HttpStatusCode.Forbidden)]
    [InlineData(StaffRole.Coordinator, HttpStatusCode.Forbidden)]
    [InlineData(StaffRole.Administrator, HttpStatusCode.OK)]
    internal async Task Only_administrators_see_the_jobs_though_they_ask_from_the_same_machine(StaffRole? role, HttpStatusCode status)
    {
        await using var host = await BotHost.StartAsync();
        if (role is { } known)
            host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(known, "test", Stop));
        Assert.Equal(status, (await host.Client.GetAsync("/jobs", Stop)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_who_signed_in_in_the_web_chat_sees_the_jobs_and_nobody_else_does()
    {
        await using var host = await BotHost.StartAsync();
        var cookie = new DefaultHttpContext();
        var person = host.Get<PersonCookie>().Identify(cookie);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs");
        request.Headers.Add("Cookie", cookie.Response.Headers.SetCookie.ToString().Split(';')[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync(request, Stop)).StatusCode);

        var code = await host.Get<StaffCodes>().IssueAsync(StaffRole.Administrator, StaffScope.Everything, "test", Stop);
        await host.Get<StaffCodes>().RedeemAsync(code, host.Get<ConversationIds>().Of(new ConversationKey(ChannelNames.Web, person)), Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/jobs");
        again.Headers.Add("Cookie", request.Headers.GetValues("Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync(again, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_lease_is_held_by_one_until_it_is_given_back_or_runs_out()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await BotHost.StartAsync(new BotHostOptions { Time = time });
        var leases = host.Get<JobLeases>();
        await using (var first = await leases.TryTakeAsync("work", Stop))
        {
            Assert.NotNull(first);
            Assert.Null(await leases.TryTakeAsync("work", Stop));
            time.Advance(JobLeases.Term);
            await using var second = await leases.TryTakeAsync("work", Stop);
            Assert.NotNull(second);
            await using var db = host.Open();
            await Assert.ThrowsAsync<LeaseLostException>(() => first.HoldAsync(db, Stop));
            await second.HoldAsync(db, Stop);
        }

        await using var third = await leases.TryTakeAsync("work", Stop);
        Assert.NotNull(third);
    }

    [Fact]
    public async Task A_lease_of_a_process_that_was_killed_is_free_at_once()
    {
        await using var host = await BotHost.StartAsync();
        using var other = Process.Start("sleep", "600");
        await using (var db = host.Open())
        {
            db.Leases.Add(new LeaseRow { Name = "work", Owner = LeaseOwner.Of(other.Id), ExpiresAt = DateTimeOffset.MaxValue });
            await db.SaveChangesAsync(Stop);
        }

        Assert.Null(await host.Get<JobLeases>().TryTakeAsync("work", Stop));
        other.Kill();
        await other.WaitForExitAsync(Stop);
        await using var lease = await host.Get<JobLeases>().TryTakeAsync("work", Stop);
        Assert.NotNull(lease);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3f2504e04f8911d39a0c0305e82c3301")]
    [InlineData("000000000000000000000000-999999999-0000000000000000")]
    public void An_owner_of_another_machine_may_be_at_work(string owner) => Assert.False(LeaseOwner.IsGone(owner));

    [Fact]
    public void A_wrong_storage_is_refused_with_its_name_and_range() => Assert.Equal(
        "Jobs:Storage must be InMemory or SqlServer, but is «Redis».",
        new JobsOptionsValidator().Validate(null, new JobsOptions { Storage = "Redis" }).FailureMessage);

    [Theory]
    [InlineData(0, 30, "Scores:MinimumToShow must be 1 to 1000, but is 0.")]
    [InlineData(5, 4, "Scores:MinimumToRank must be from Scores:MinimumToShow (5) to 100000, but is 4.")]
    public void Wrong_thresholds_are_refused_with_their_names_and_ranges(int show, int rank, string message) => Assert.Equal(
        message, new ScoresOptionsValidator().Validate(Options.DefaultName, new ScoresOptions { MinimumToShow = show, MinimumToRank = rank }).FailureMessage);
}
