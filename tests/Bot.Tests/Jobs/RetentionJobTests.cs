using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Invitations;
using Bot.Invitations.Funnels;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Jobs;

public sealed class RetentionJobTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unfinished_answers_and_the_address_are_kept_for_30_days_and_not_a_moment_longer()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TapAsync("4");
        _clock.Advance(TimeSpan.FromDays(30));
        await RunAsync(host);
        Assert.Equal((ResponseStatus.Open, 2, 1), await KeptAsync(host));
        _clock.Advance(Moment);
        await RunAsync(host);
        Assert.Equal((ResponseStatus.Expired, 0, 0), await KeptAsync(host));
        await RunAsync(host);
        await talk.TapAsync("5");
        Assert.Contains("Срок опроса истек", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal((ResponseStatus.Expired, 0, 0), await KeptAsync(host));
    }

    [Fact]
    public async Task A_survey_that_was_stopped_is_over_after_its_term_like_any_other()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/stop");
        _clock.Advance(TimeSpan.FromDays(30) + Moment);
        await RunAsync(host);
        Assert.Equal(ResponseStatus.Expired, (await KeptAsync(host)).Status);
    }

    [Fact]
    public async Task Of_a_survey_without_consent_nothing_is_left()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await new Talk(host).TypeAsync("/start svc_2602001_e_astana");
        _clock.Advance(TimeSpan.FromDays(30) + Moment);
        await RunAsync(host);
        await using var db = host.Open();
        Assert.Empty(await db.Responses.ToListAsync(Stop));
    }

    [Fact]
    public async Task Who_waits_to_be_asked_again_keeps_survey_and_address()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = new Talk(host);
        await talk.TypeAsync("/start svc_2602001_e_astana");
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        await talk.TapAsync("Результата еще нет");
        await talk.TapAsync("Через неделю");
        _clock.Advance(TimeSpan.FromDays(30) + Moment);
        await RunAsync(host);
        Assert.Equal((ResponseStatus.Waiting, 1, 1), await KeptAsync(host));
        _clock.Advance(TimeSpan.FromDays(7));
        await RunAsync(host);
        await RunAsync(host);
        Assert.Equal((ResponseStatus.Expired, 0, 0), await KeptAsync(host));
    }

    [Fact]
    public async Task The_link_to_submitted_answers_is_kept_for_365_days_and_the_answers_for_good()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await host.Get<ScoreFold>().RunAsync(Stop);
        _clock.Advance(TimeSpan.FromDays(365));
        await RunAsync(host);
        await using (var db = host.Open())
        {
            Assert.Empty(await db.Contacts.ToListAsync(Stop));
            Assert.NotNull((await db.Responses.SingleAsync(Stop)).RespondentId);
        }

        _clock.Advance(Moment);
        await RunAsync(host);
        await using (var db = host.Open())
        {
            var response = await db.Responses.SingleAsync(Stop);
            Assert.Equal((null, "", ResponseStatus.Submitted), (response.RespondentId, response.State, response.Status));
            Assert.Equal((12, 0), (await db.Answers.CountAsync(Stop), await db.Conversations.CountAsync(Stop)));
            Assert.Equal((1L, 0L), await RebuildAsync(host));
        }

        await talk.TypeAsync("/mydata");
        Assert.StartsWith("Данных о Вас нет", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/start");
        Assert.Contains("Тілді таңдаңыз", talk.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, null, 1)]
    [InlineData(true, InvitationRow.NoResponse, 0)]
    public async Task The_sender_of_an_invitation_is_not_led_to_the_answers_any_longer_either(bool erased, long? response, int answered)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var receipt = new Receipt("r-1", "2602001", "electronic", "astana", "egov_web", null, _clock.GetUtcNow());
        var token = (await host.Get<ReceiptDesk>().TakeAsync([receipt], apiKeyId: null, Stop))[0].Invitation.Token;
        var talk = await new Talk(host).BeginAsync("/start " + token);
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        if (erased)
            await host.Get<PersonalData>().EraseAsync(host.Get<ConversationIds>().Of(talk.Key), Stop);
        _clock.Advance(TimeSpan.FromDays(365));
        await RunAsync(host);
        Assert.True(await LinkAsync(host) > InvitationRow.NoResponse);
        _clock.Advance(Moment);
        await RunAsync(host);
        Assert.Equal(response, await LinkAsync(host));
        Assert.Equal(1, (await host.Get<FunnelReader>().TotalAsync(new FunnelFilter(), Stop)).Completed);
        await using var db = host.Open();
        var reach = await ScoreReach.FindAsync(db, [host.Get<ServiceCatalogue>().FindService("2602001")!], ScoreFilter.None, _clock.GetUtcNow(), Stop);
        Assert.Equal((1L, answered), (reach.Invited, reach.Answered));
        await RunAsync(host);
        Assert.Equal(response, await LinkAsync(host));
    }

    [Theory]
    [InlineData("Заявление отозвано", "Withdrawn")]
    [InlineData("Услуга получена полностью", "Expired")]
    public async Task So_is_the_link_to_what_was_never_submitted(string outcome, string status)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).TypeAsync("/start svc_2602001_e_astana");
        foreach (var label in (string[])["Русский", "Даю согласие", outcome])
            await talk.TapAsync(label);

        _clock.Advance(TimeSpan.FromDays(31));
        await RunAsync(host);
        _clock.Advance(TimeSpan.FromDays(366));
        await RunAsync(host);
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((null, "", status), (response.RespondentId, response.State, response.Status.ToString()));
    }

    private static async Task<long?> LinkAsync(BotHost host)
    {
        await using var db = host.Open();
        return (await db.Invitations.SingleAsync(Stop)).ResponseId;
    }

    private static Task RunAsync(BotHost host) => host.Get<RetentionJob>().ExecuteAsync(Stop);

    private static async Task<(long Responses, long Drift)> RebuildAsync(BotHost host)
    {
        var report = await host.Get<ScoreRebuild>().RunAsync(Stop);
        return (report.Responses, report.Drift);
    }

    private static async Task<(ResponseStatus Status, int Answers, int Contacts)> KeptAsync(BotHost host)
    {
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        return (response.Status, DialogJson.Read(response.State).Answers.Count, await db.Contacts.CountAsync(Stop));
    }
}
