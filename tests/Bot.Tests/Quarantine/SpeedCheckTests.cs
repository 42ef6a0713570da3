using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Quarantine;

public sealed class SpeedCheckTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.5, "4", "speeder")]
    [InlineData(1, "4", null)]
    [InlineData(1, null, "straight_liner")]
    [InlineData(2, null, null)]
    public async Task A_response_that_nobody_can_have_read_is_stored_but_not_counted(double seconds, string? last, string? reason)
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds, last: last);

        Assert.StartsWith("Спасибо! Ваша оценка принята.", talk.Card.Text, StringComparison.Ordinal);
        var response = Assert.Single(await watched.ResponsesAsync());
        Assert.Equal((reason, reason is null), (response.QuarantineReason, response.Counted is not null));
        Assert.Equal(reason is null ? null : QuarantineStatus.Suspected, response.Quarantine);
        Assert.Equal(reason is null ? [] : [$"rule: quarantine.suspect {reason} {response.Id}"], await watched.AuditAsync());
        await using var db = watched.Host.Open();
        Assert.Equal(9, await db.Answers.CountAsync(a => a.Value != null, Stop));
        Assert.Equal(reason is null ? 1 : 0, await watched.CountedAsync());
    }

    [Fact]
    public async Task Nobody_is_judged_unless_it_is_configured()
    {
        await using var watched = await WatchedHost.StartAsync(enabled: false);
        await watched.AnswerAsync("7001", seconds: 0);
        Assert.Equal(1, await watched.CountedAsync());
    }

    [Fact]
    public async Task A_change_within_24_hours_is_kept_and_leads_nobody_out_of_quarantine()
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds: 0.5);
        await talk.TapAsync("Пропустить все");
        watched.Clock.Advance(TimeSpan.FromHours(1));
        await talk.TapAsync("Изменить ответ");
        await talk.TapAsync("Сроки: 5");
        watched.Clock.Advance(TimeSpan.FromSeconds(50));
        await talk.TapAsync("2");
        await talk.TapAsync("Отправить");

        Assert.StartsWith("Спасибо!", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal(0, await watched.CountedAsync());
        await using var db = watched.Host.Open();
        Assert.Equal(2, (await db.Answers.SingleAsync(a => a.Item == "period_ok", Stop)).Value);
        Assert.Empty(await db.ScoreDeltas.ToListAsync(Stop));
    }

    [Fact]
    public async Task A_half_made_change_does_not_move_a_response_that_is_released_meanwhile()
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds: 0.5);
        await talk.TapAsync("Пропустить все");
        await talk.TapAsync("Изменить ответ");
        await talk.TapAsync("Сроки: 5");
        await talk.TapAsync("1");
        var id = Assert.Single(await watched.ResponsesAsync()).Id;
        Assert.Equal(1, await watched.Host.Get<Bot.Quarantine.QuarantineDesk>().ReleaseAsync([id], "test", Stop));
        Assert.Contains("period_ok=5", Assert.Single(await watched.ResponsesAsync()).Counted, StringComparison.Ordinal);
        Assert.Equal(1, await watched.CountedAsync());

        await talk.TapAsync("Отправить");
        Assert.Contains("period_ok=1", Assert.Single(await watched.ResponsesAsync()).Counted, StringComparison.Ordinal);
        Assert.Equal(1, await watched.CountedAsync());
    }

    [Fact]
    public async Task A_response_that_went_into_quarantine_behind_a_cached_conversation_stays_there_when_it_is_changed()
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds: 10);
        await talk.TapAsync("Пропустить все");
        await talk.TapAsync("Изменить ответ");
        await talk.TapAsync("Сроки: 5");
        await talk.TapAsync("1");
        await watched.CountedAsync();
        var id = Assert.Single(await watched.ResponsesAsync()).Id;
        await watched.Host.Get<Bot.Quarantine.QuarantineDesk>().SuspectAsync([id], Bot.Survey.Quarantine.QuarantineReason.PersonBurst, Stop);

        await talk.TapAsync("Отправить");
        Assert.StartsWith("Спасибо!", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal(0, await watched.CountedAsync());
    }

    [Fact]
    public async Task Forgetting_erases_a_response_in_quarantine_and_says_so_in_the_audit_log_without_saying_who()
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds: 0.5);
        await talk.TypeAsync("/forget");
        await talk.TapAsync("Да, стереть");

        Assert.Empty(await watched.ResponsesAsync());
        Assert.Equal(0, await watched.CountedAsync());
        await using var db = watched.Host.Open();
        var entry = await db.AuditEntries.SingleAsync(a => a.Action == "data.erase", Stop);
        Assert.Equal(("person", "1 responses"), (entry.Actor, entry.Subject));
    }
}
