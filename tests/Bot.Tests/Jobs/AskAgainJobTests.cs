using System.Globalization;
using Bot.Conversations;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
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

    [Theory]
    [InlineData("2026-11-26T20:59:59+05:00", true)]
    [InlineData("2026-11-26T21:00:00+05:00", false)]
    [InlineData("2026-11-27T08:59:59+05:00", false)]
    [InlineData("2026-11-27T09:00:00+05:00", true)]
    public async Task Nobody_is_asked_in_quiet_hours(string at, bool asked)
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        await WaitAsync(host);
        _clock.SetUtcNow(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        await AskAsync(host);
        Assert.Equal(asked ? 1 : 0, _channel.Shown.Count);
    }

    [Fact]
    public async Task Who_says_three_times_that_there_is_no_result_is_left_in_peace()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await WaitAsync(host);
        for (var asked = 1; asked <= DialogSettings.MostAsks; asked++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await AskAsync(host);
            Assert.Equal(asked, _channel.Shown.Count);
            await talk.LookAsync();
            await talk.TapAsync("Результата еще нет");
            if (asked < DialogSettings.MostAsks)
                await talk.TapAsync("Завтра");
        }

        Assert.Contains("больше об этом не спросим", talk.Card.Text, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromDays(7));
        await AskAsync(host);
        Assert.Equal(DialogSettings.MostAsks, _channel.Shown.Count);
    }

    [Fact]
    public async Task Who_is_asked_again_and_says_nothing_still_waits_and_is_not_asked_twice()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        await WaitAsync(host);
        _clock.Advance(UntilAsked);
        await AskAsync(host);
        _clock.Advance(TimeSpan.FromDays(3));
        await AskAsync(host);
        Assert.Single(_channel.Shown);
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((ResponseStatus.Waiting, null), (response.Status, response.AskAt));
    }

    [Theory]
    [InlineData("web")]
    [InlineData("page")]
    public async Task On_a_channel_that_cannot_write_first_the_person_comes_back_by_themselves(string channel)
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        var talk = await WaitAsync(host, channel);
        Assert.Contains("Откройте эту же ссылку 26 ноября", talk.Card.Text, StringComparison.Ordinal);
        _clock.Advance(UntilAsked);
        await AskAsync(host);
        await talk.LookAsync();
        Assert.Contains("Откройте эту же ссылку 26 ноября", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/start svc_2602001_e_astana");
        Assert.Contains("Каков результат", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_was_said_that_we_shall_ask_there_we_ask_wherever_the_survey_began()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: _channel);
        await using (var db = host.Open())
        {
            var now = _clock.GetUtcNow();
            db.Invitations.Add(new InvitationRow { Id = 1, Token = "aBcDeFgHiJkLmNoP", ReceiptRef = "A-1", ServiceId = "2602001", Form = "electronic", RegionId = "astana", FiledAt = now, CreatedAt = now, InvitedAt = now, ExpiresAt = now.AddDays(30) });
            await db.SaveChangesAsync(Stop);
        }

        var web = await new Talk(host, "w-1", ChannelNames.Web).TypeAsync("/start aBcDeFgHiJkLmNoP");
        await web.TapAsync("Русский");
        await web.TapAsync("Даю согласие");
        var telegram = await new Talk(host).TypeAsync("/start aBcDeFgHiJkLmNoP");
        await telegram.TapAsync("Результата еще нет");
        await telegram.TapAsync("Завтра");
        _clock.Advance(UntilAsked);
        await AskAsync(host);
        Assert.Equal(telegram.Key, Assert.Single(_channel.Shown).Conversation);
    }

    private static async Task<Talk> WaitAsync(BotHost host, string channel = ChannelNames.Telegram)
    {
        var talk = await new Talk(host, channel: channel).TypeAsync("/start svc_2602001_e_astana");
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
