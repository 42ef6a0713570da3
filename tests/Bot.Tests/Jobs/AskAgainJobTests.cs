using Bot.Conversations;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Jobs;

public sealed class AskAgainJobTests
{
    // Tomorrow at ten in Almaty, from 14:00 on.
    private static readonly TimeSpan UntilAsked = TimeSpan.FromHours(20);
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();
    private readonly FakeChannel _channel = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_had_no_result_is_asked_again_at_the_chosen_time_in_a_new_message_and_once()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await WaitAsync(host);
        Assert.Contains("26 ноября", talk.Card.Text, StringComparison.Ordinal);
        _clock.Advance(UntilAsked - TimeSpan.FromSeconds(1));
        await AskAsync(host);
        Assert.Empty(_channel.Shown);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(host);
        await AskAsync(host);
        var (conversation, card, editRef) = Assert.Single(_channel.Shown);
        Assert.Equal((talk.Key, null), (conversation, editRef));
        Assert.Contains("Каков результат", card.Text, StringComparison.Ordinal);
        await talk.LookAsync();
        await talk.TapAsync("Услуга получена полностью");
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        Assert.Equal(ResponseStatus.Submitted, (await db.Responses.SingleAsync(Stop)).Status);
    }

    [Fact]
    public async Task Two_programs_ask_once()
    {
        await using var first = await QuietHost.StartAsync(_clock, channel: _channel);
        await using var second = await QuietHost.StartAsync(_clock, first.Folder, _channel);
        await WaitAsync(first);
        _clock.Advance(UntilAsked);
        await Task.WhenAll(AskAsync(first), AskAsync(second));
        await AskAsync(second);
        Assert.Single(_channel.Shown);
    }

    [Fact]
    public async Task Who_was_choosing_the_language_when_the_day_came_is_asked_all_the_same_and_once()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await WaitAsync(host);
        await talk.TypeAsync("/language");
        _clock.Advance(UntilAsked);
        await AskAsync(host);
        await AskAsync(host);
        Assert.Contains("Каков результат", Assert.Single(_channel.Shown).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_that_the_person_is_at_is_not_pushed_aside()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await WaitAsync(host);
        _clock.Advance(UntilAsked);
        await talk.TypeAsync("/start svc_501016_e_astana");
        await talk.TapAsync("Услуга получена полностью");
        await AskAsync(host);
        Assert.Empty(_channel.Shown);
        _clock.Advance(TimeSpan.FromHours(6));
        await AskAsync(host);
        Assert.Contains("Каков результат", Assert.Single(_channel.Shown).Card.Text, StringComparison.Ordinal);
    }

    private static async Task<Talk> WaitAsync(BotHost host)
    {
        var talk = await new Talk(host).TypeAsync("/start svc_2602001_e_astana");
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        await talk.TapAsync("Результата еще нет");
        return await talk.TapAsync("Завтра");
    }

    private static async Task AskAsync(BotHost host)
    {
        await host.Get<AskAgainJob>().ExecuteAsync(Stop);
        await host.Get<CardSweep>().SweepAsync(Stop);
    }
}
