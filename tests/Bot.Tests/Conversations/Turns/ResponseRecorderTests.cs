using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class ResponseRecorderTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_writes_every_answer_once_what_counts_and_one_delta()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await new Talk(host).SubmitAsync("4");
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        var answers = await db.Answers.ToListAsync(Stop);
        Assert.Equal(9, answers.Count(a => a is { Value: 4, Choice: null }));
        Assert.Equal(["granted", "no", "no_claims"], answers.Where(a => a.Value is null).Select(a => a.Choice).Order(StringComparer.Ordinal));
        Assert.Equal(9, response.Counted!.Split(';').Count(r => r.EndsWith("=4", StringComparison.Ordinal)));
        var delta = Assert.Single(await db.ScoreDeltas.ToListAsync(Stop));
        Assert.Equal((1, "2602001", "electronic", "astana", 20261125, response.Counted), (delta.Sign, delta.ServiceId, delta.Form, delta.RegionId, delta.Day, delta.Ratings));
    }

    [Fact]
    public async Task A_submit_that_is_repeated_or_pressed_twice_counts_once()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.RateAsync();
        var (submit, cardRef) = (talk.Data("Отправить"), talk.CardRef);
        await Task.WhenAll(talk.PressAsync(submit, cardRef, "s1"), talk.PressAsync(submit, cardRef, "s1"), talk.PressAsync(submit, cardRef, "s2"));
        await using var db = host.Open();
        Assert.Equal(1, await db.ScoreDeltas.CountAsync(Stop));
        Assert.Equal(12, await db.Answers.CountAsync(Stop));
    }

    [Fact]
    public async Task A_change_within_24_hours_takes_the_old_ratings_out_and_the_new_ones_in_on_the_day_of_the_first_submit()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await FinishedAsync(host);
        var before = await CountedAsync(host);
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await talk.TypeAsync("/start svc_2602001_e_astana");
        await talk.TapAsync("Изменить ту оценку");
        await talk.TapAsync("Сроки: 5");
        await talk.TapAsync("2");
        Assert.Equal(before, await CountedAsync(host)); // Counted as it was until it is submitted again.
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        var deltas = await db.ScoreDeltas.OrderBy(d => d.Id).ToListAsync(Stop);
        var after = before!.Replace("period_ok=5", "period_ok=2", StringComparison.Ordinal);
        Assert.Equal([(1, before), (-1, before), (1, after)], deltas.Select(d => (d.Sign, d.Ratings)));
        Assert.All(deltas, d => Assert.Equal(20261125, d.Day));
        Assert.Equal(2, (await db.Answers.SingleAsync(a => a.Item == "period_ok", Stop)).Value);
        Assert.Equal(1, await db.Responses.CountAsync(r => r.Status == ResponseStatus.Submitted, Stop));
    }

    [Fact]
    public async Task After_24_hours_the_change_is_refused()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await FinishedAsync(host);
        var (change, before) = (talk.Data("Изменить ответ"), await CountedAsync(host));
        _clock.Advance(TimeSpan.FromHours(24));
        await talk.PressAsync(change, talk.CardRef);
        Assert.Contains("Эта кнопка устарела", talk.Card.Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => talk.Data("Изменить ответ"));
        Assert.Equal(before, await CountedAsync(host));
    }

    [Fact]
    public async Task Optional_answers_after_submit_are_added_and_change_no_score()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("Тестовый комментарий");
        await talk.TapAsync("Сроки");
        await talk.TapAsync("Қазақша");
        await talk.TypeAsync("Сынақ ұсынысы");
        await talk.TapAsync("Иә");
        await talk.TypeAsync("12");
        await using var db = host.Open();
        Assert.Equal(
            [("comment", "Тестовый комментарий", "ru"), ("suggestion", "Сынақ ұсынысы", "kk")],
            (await db.Comments.OrderBy(c => c.Item).ToListAsync(Stop)).Select(c => (c.Item, c.Text, c.Language)));
        Assert.Equal("timing", (await db.Answers.SingleAsync(a => a.Item == "comment_about", Stop)).Choice);
        Assert.Equal(12, (await db.Answers.SingleAsync(a => a.Item == "days_taken", Stop)).Value);
        Assert.Equal(1, await db.ScoreDeltas.CountAsync(Stop));
    }

    /// <summary>Submitted, and nothing more is asked.</summary>
    private static async Task<Talk> FinishedAsync(BotHost host)
    {
        var talk = await new Talk(host).SubmitAsync();
        return await talk.TapAsync("Пропустить все");
    }

    private static async Task<string?> CountedAsync(BotHost host)
    {
        await using var db = host.Open();
        return (await db.Responses.FirstAsync(r => r.SubmittedAt != null, Stop)).Counted;
    }
}
