using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class SurveyStepsTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_person_begins_afresh_and_the_survey_before_stays_as_it_was()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.RateAsync("4", only: 2);
        await talk.TypeAsync("/start");
        await talk.TapAsync("Это другой человек");
        Assert.Contains("Тілді таңдаңыз", talk.Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        var conversation = await db.Conversations.SingleAsync(Stop);
        Assert.Equal((null, null), (conversation.Language, conversation.ConsentedAt));
        var responses = await db.Responses.OrderBy(r => r.Id).ToListAsync(Stop);
        Assert.Equal(2, responses.Count);
        Assert.Equal((ResponseStatus.Open, 3), (responses[0].Status, DialogJson.Read(responses[0].State).Answers.Count));
        Assert.Equal((responses[1].Id, null), (conversation.OpenResponseId, responses[1].RespondentId));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task The_same_service_is_asked_about_for_30_days(int days, bool asked)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        _clock.Advance(TimeSpan.FromDays(days));
        await talk.TypeAsync("/start svc_2602001_e_astana");
        Assert.Equal(asked, talk.Card.Text.Contains("услуга получена снова?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_got_the_service_again_rates_it_again_and_both_count()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("/start svc_2602001_e_astana");
        await talk.TapAsync("Услуга получена снова");
        await talk.TapAsync("Услуга получена полностью");
        await talk.RateAsync("3");
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        Assert.Equal([1, 1], await db.ScoreDeltas.Select(d => d.Sign).ToListAsync(Stop));
        Assert.Equal(2, await db.Responses.CountAsync(r => r.Status == ResponseStatus.Submitted, Stop));
    }

    [Fact]
    public async Task Another_persons_earlier_response_is_nobody_elses_business()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await new Talk(host).SubmitAsync();
        Assert.Contains("Информация", (await new Talk(host, "7002").BeginAsync()).Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Whoever_comes_after_a_long_pause_is_asked_who_they_are_before_anything_counts(int secondsMore, bool asked)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TapAsync("4");
        _clock.Advance(TimeSpan.FromHours(6) + TimeSpan.FromSeconds(secondsMore));
        await talk.TapAsync("5");
        Assert.Equal(asked, talk.Card.Text.Contains("Это Вы?", StringComparison.Ordinal));
        await using var db = host.Open();
        Assert.Equal(asked ? 2 : 3, DialogJson.Read((await db.Responses.SingleAsync(Stop)).State).Answers.Count);
        if (asked)
            Assert.Contains("на казахском и русском", (await talk.TapAsync("Продолжить")).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_is_answered_and_changes_no_answer()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.SendAsync(new MessagePayload.Unsupported());
        Assert.StartsWith("Принимается только текст.", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("4");
        await using var db = host.Open();
        Assert.Equal(["granted", "4"], DialogJson.Read((await db.Responses.SingleAsync(Stop)).State).Answers.Values.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_told_nothing_until_they_are_back()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.SendAsync(new MessagePayload.Blocked(true));
        Assert.Equal(TurnReply.Nothing, talk.Reply);
        Assert.Equal(_clock.GetUtcNow(), (await ContactAsync(host))!.BlockedAt);
        await talk.SendAsync(new MessagePayload.Blocked(false));
        Assert.Equal(TurnReply.Nothing, talk.Reply);
        Assert.Null((await ContactAsync(host))!.BlockedAt);
        await talk.TapAsync("4");
    }

    [Fact]
    public async Task A_stranger_who_blocks_the_bot_leaves_no_trace()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await new Talk(host).SendAsync(new MessagePayload.Blocked(true));
        await using var db = host.Open();
        Assert.Equal((0, 0), (await db.Conversations.CountAsync(Stop), await db.Contacts.CountAsync(Stop)));
    }

    private static async Task<ContactRow?> ContactAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Contacts.SingleOrDefaultAsync(Stop);
    }
}
