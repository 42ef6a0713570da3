using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Invitations;

/// <summary>An application that was filed, and its result later. The service's term is eight working days, twelve of the calendar.</summary>
public sealed class FiledReceiptTests
{
    private const string Filed = "2026-11-20T10:00:00+05:00";
    private const string Rendered = "2026-11-25T13:30:00+05:00";
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();
    private readonly FakeChannel _channel = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_moments_are_one_invitation_however_often_each_comes()
    {
        await using var host = await StartAsync();
        var first = await SendAsync(host, HttpStatusCode.Created, filedAt: Filed);
        Assert.Equal(Time("2027-01-01T10:00:00+05:00"), first.GetProperty("expiresAt").GetDateTimeOffset());
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed);
        _clock.Advance(TimeSpan.FromDays(20));
        var second = await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        Assert.Equal(first.GetProperty("token").GetString(), second.GetProperty("token").GetString());
        Assert.Equal(_clock.GetUtcNow().AddDays(30), second.GetProperty("expiresAt").GetDateTimeOffset());
        foreach (var (filedAt, renderedAt) in new[] { (Filed, Rendered), (null, Rendered), (Filed, null) })
            Assert.Equal(second.GetRawText(), (await SendAsync(host, HttpStatusCode.OK, filedAt, renderedAt)).GetRawText());
        var row = await InvitationAsync(host);
        Assert.Equal((Time(Filed), Time(Rendered)), (row.FiledAt, row.RenderedAt));
    }

    [Fact]
    public async Task What_contradicts_the_first_moment_or_itself_is_refused()
    {
        await using var host = await StartAsync();
        await SendAsync(host, HttpStatusCode.BadRequest);
        await SendAsync(host, HttpStatusCode.BadRequest, filedAt: Rendered, renderedAt: Filed);
        await SendAsync(host, HttpStatusCode.Created, filedAt: Filed);
        await SendAsync(host, HttpStatusCode.Conflict, filedAt: "2026-11-21T10:00:00+05:00", renderedAt: Rendered);
        await SendAsync(host, HttpStatusCode.Conflict, filedAt: Filed, renderedAt: Rendered, region: "abai");
        Assert.Null((await InvitationAsync(host)).RenderedAt);
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        await SendAsync(host, HttpStatusCode.Conflict, filedAt: Filed, renderedAt: "2026-11-25T13:31:00+05:00");
    }

    [Fact]
    public async Task Who_waits_is_asked_as_soon_as_the_result_is_there_and_rates_in_the_same_survey()
    {
        await using var host = await StartAsync();
        var talk = await WaitAsync(host, "По окончании срока услуги");
        Assert.Contains("2 декабря", talk.Card.Text, StringComparison.Ordinal);
        await AskAsync(host);
        Assert.Empty(_channel.Shown);
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        await AskAsync(host);
        await AskAsync(host);
        Assert.Contains("Вы его уже получили?", Assert.Single(_channel.Shown).Card.Text, StringComparison.Ordinal);
        await talk.LookAsync();
        await talk.TapAsync("Услуга получена полностью");
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((ResponseStatus.Submitted, "receipt"), (response.Status, response.Source));
        Assert.NotNull((await InvitationAsync(host)).CompletedAt);
    }

    [Fact]
    public async Task A_result_that_comes_at_night_is_asked_about_in_the_morning()
    {
        await using var host = await StartAsync();
        await WaitAsync(host, "Через неделю");
        _clock.Advance(TimeSpan.FromHours(9)); // 23:00
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        await AskAsync(host);
        _clock.Advance(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1));
        await AskAsync(host);
        Assert.Empty(_channel.Shown);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(host);
        Assert.Single(_channel.Shown);
    }

    [Fact]
    public async Task Who_did_not_want_to_be_asked_is_not()
    {
        await using var host = await StartAsync();
        await WaitAsync(host, "Не спрашивать");
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        await AskAsync(host);
        Assert.Empty(_channel.Shown);
    }

    [Fact]
    public async Task Whoever_taps_in_the_moment_when_the_result_comes_loses_nothing()
    {
        await using var host = await StartAsync();
        var talk = await WaitAsync(host, "Через неделю");
        var tap = talk.Data("Результат уже есть");
        await SendAsync(host, HttpStatusCode.OK, filedAt: Filed, renderedAt: Rendered);
        await talk.PressAsync(tap, talk.CardRef);
        await talk.TapAsync("Результат уже есть");
        await talk.TapAsync("Услуга получена полностью");
        await AskAsync(host);
        Assert.Empty(_channel.Shown);
        Assert.DoesNotContain("Каков результат", talk.Card.Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private async Task<BotHost> StartAsync()
    {
        var host = await QuietHost.StartAsync(_clock, channel: _channel);
        host.Client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Coordinator, "test", Stop));
        return host;
    }

    private static async Task<Talk> WaitAsync(BotHost host, string when)
    {
        var token = (await SendAsync(host, HttpStatusCode.Created, filedAt: Filed)).GetProperty("token").GetString();
        var talk = await new Talk(host).TypeAsync("/start " + token);
        await talk.TapAsync("Русский");
        await talk.TapAsync("Даю согласие");
        await talk.TapAsync("Результата еще нет");
        return await talk.TapAsync(when);
    }

    private static async Task AskAsync(BotHost host)
    {
        await host.Get<AskAgainJob>().ExecuteAsync(Stop);
        await host.Get<CardSweep>().SweepAsync(Stop);
    }

    private static async Task<JsonElement> SendAsync(BotHost host, HttpStatusCode expected, string? filedAt = null, string? renderedAt = null, string region = "astana")
    {
        var response = await host.Client.PostAsJsonAsync("/api/v1/receipts", new { receiptRef = "A-1", service = "1403024", form = "electronic", region, language = "ru", filedAt, renderedAt }, Stop);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static async Task<InvitationRow> InvitationAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Invitations.AsNoTracking().SingleAsync(Stop);
    }
}
