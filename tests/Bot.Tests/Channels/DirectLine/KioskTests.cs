using System.Text.Json.Nodes;
using Bot.Invitations.Places;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>A tablet in an office, /chat?kiosk=1&amp;start=CODE: nobody sees anything of whoever stood there before.</summary>
public class KioskTests(Browser browser) : IClassFixture<Browser>
{
    private const string Language = "Тілді таңдаңыз / Выберите язык";
    private const string Granted = "Услуга получена полностью";

    [Fact]
    public async Task An_unfinished_survey_is_cleared_with_a_countdown_and_the_next_person_begins_anew()
    {
        await using var host = await BotHost.StartAsync();
        await using var chat = await OpenAsync(host);
        await BeginAsync(chat);
        await chat.Button("5").ClickAsync();
        await chat.SentAsync("5 – полностью так");

        await HoldClockAsync(chat);
        await chat.Page.Keyboard.PressAsync("Shift");
        await chat.Page.Clock.FastForwardAsync("00:50");
        await Assertions.Expect(chat.Page.GetByText("Экран очистится через (с):")).ToBeHiddenAsync();
        await chat.Page.Clock.FastForwardAsync("00:07");
        await Assertions.Expect(chat.Page.GetByText("Экран очистится через (с):")).ToBeVisibleAsync();
        await chat.KeepAsync("kiosk-countdown");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Я еще здесь" }).ClickAsync();
        await Assertions.Expect(chat.Page.GetByText("Экран очистится через (с):")).ToBeHiddenAsync();
        await chat.Page.Clock.ResumeAsync();

        await chat.Page.Clock.FastForwardAsync("01:16");
        await IsFreshAsync(chat);
        await BeginAsync(chat);
        Assert.Equal(2, await SurveysAsync(host));
        Assert.Equal(2, await PeopleAsync(host));
        Assert.Empty(await chat.Page.Context.CookiesAsync());
        Assert.Equal(0, await chat.Page.EvaluateAsync<int>("sessionStorage.length + localStorage.length"));
    }

    [Fact]
    public async Task After_submit_the_screen_is_cleared_by_itself_and_at_once_by_a_button()
    {
        await using var host = await BotHost.StartAsync();
        await using var chat = await OpenAsync(host);
        await SubmitAsync(chat);
        await chat.Page.Clock.FastForwardAsync("00:31");
        await IsFreshAsync(chat);
        await SubmitAsync(chat);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Закончить", Exact = true }).ClickAsync();
        await IsFreshAsync(chat);
        await using var db = host.Open();
        Assert.Equal(2, await db.Responses.CountAsync(r => r.Status == ResponseStatus.Submitted && r.Source == "place", TestContext.Current.CancellationToken));
        Assert.Equal(2, await PeopleAsync(host));
    }

    [Fact]
    public async Task Neither_a_reload_nor_the_back_button_shows_what_was_answered()
    {
        await using var host = await BotHost.StartAsync();
        await using var chat = await OpenAsync(host);
        await BeginAsync(chat);
        await chat.Page.ReloadAsync();
        await IsFreshAsync(chat);
        await BeginAsync(chat);
        await chat.Page.GotoAsync(new Uri(host.Client.BaseAddress!, "/chat").ToString());
        await chat.ShowsAsync(Language);
        await Assertions.Expect(chat.Page.GetByText(Granted)).ToHaveCountAsync(0);
        await chat.Page.GoBackAsync();
        await IsFreshAsync(chat);
    }

    [Fact]
    public async Task An_untouched_screen_stays_as_it_is()
    {
        await using var host = await BotHost.StartAsync();
        await using var chat = await OpenAsync(host);
        await chat.Page.Clock.FastForwardAsync("10:00");
        await Assertions.Expect(chat.Page.Locator("#kiosk button:visible")).ToHaveCountAsync(0);
        Assert.Equal(1, await SurveysAsync(host));
    }

    [Fact]
    public async Task Without_a_network_the_screen_is_covered_until_it_is_back()
    {
        await using var host = await BotHost.StartAsync();
        await using var chat = await OpenAsync(host);
        await BeginAsync(chat);
        await chat.Page.RouteAsync("**/chat?kiosk**", route => route.AbortAsync());
        await chat.Page.Clock.FastForwardAsync("01:16");
        await Assertions.Expect(chat.Page.Locator("#chat")).ToBeHiddenAsync();
        await chat.Page.UnrouteAllAsync();
        await chat.Page.Clock.FastForwardAsync("00:06");
        await IsFreshAsync(chat);
    }

    [Fact]
    public async Task Only_the_code_of_a_place_makes_a_kiosk()
    {
        await using var host = await BotHost.StartAsync();
        var start = Token(host);
        using var client = new DirectLineClient(host);
        Assert.Empty(await CookiesAsync(client, $"/chat?kiosk=1&start={start}"));
        Assert.Empty(await TokenCookiesAsync(client, start));
        Assert.Single(await CookiesAsync(client, "/chat?kiosk=1&start=svc_2602001"));
        Assert.Single(await TokenCookiesAsync(client, "svc_2602001"));
        Assert.Single(await CookiesAsync(client, $"/chat?start={start}"));
    }

    private static string Token(BotHost host) => host.Get<PlaceCodes>().Write(new PlaceCode("2602001", "electronic", "astana", PlaceCode.PlaceOf("ЦОН № 3")));

    private async Task<ChatWindow> OpenAsync(BotHost host)
    {
        var chat = await browser.OpenAsync(host, "about:blank", "ru-RU");
        await chat.Page.Clock.InstallAsync();
        await chat.Page.GotoAsync(new Uri(host.Client.BaseAddress!, $"/chat?kiosk=1&start={Token(host)}").ToString());
        await chat.ShowsAsync(Language);
        return chat;
    }

    // From here on the time that the test takes is none of the tablet's.
    private static async Task HoldClockAsync(ChatWindow chat)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await chat.Page.EvaluateAsync<long>("Date.now()"));
        await chat.Page.Clock.PauseAtAsync(now.AddSeconds(30).UtcDateTime);
    }

    private static async Task BeginAsync(ChatWindow chat)
    {
        await PressAsync(chat, "Русский", "Поможете оценить госуслугу?");
        await PressAsync(chat, "Даю согласие", "Каков результат");
        await PressAsync(chat, Granted, "Насколько это верно");
    }

    private static async Task SubmitAsync(ChatWindow chat)
    {
        await BeginAsync(chat);
        var submit = chat.Button("Отправить");
        for (var step = 0; await submit.CountAsync() == 0; step++)
        {
            Assert.True(step < 40, "The survey does not end.");
            var shown = await chat.Messages.CountAsync();
            await (await chat.Button("5").CountAsync() > 0 ? chat.Button("5") : chat.Buttons.First).ClickAsync();
            await Assertions.Expect(chat.Messages).ToHaveCountAsync(shown + 1);
            await Assertions.Expect(chat.Buttons.First).ToBeVisibleAsync();
        }

        await submit.ClickAsync();
        await Assertions.Expect(chat.Page.GetByText("Экран очистится через (с):")).ToBeVisibleAsync();
    }

    private static async Task PressAsync(ChatWindow chat, string button, string then)
    {
        await chat.Button(button).ClickAsync();
        await chat.ShowsAsync(then);
    }

    private static async Task IsFreshAsync(ChatWindow chat)
    {
        await Assertions.Expect(chat.Messages).ToHaveTextAsync([Language]);
        await Assertions.Expect(chat.Page.Locator("#kiosk button:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(chat.Page.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    }

    private static async Task<int> SurveysAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Responses.CountAsync(r => r.Source == "place", TestContext.Current.CancellationToken);
    }

    private static async Task<int> PeopleAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.Responses.Where(r => r.RespondentId != null).Select(r => r.RespondentId).Distinct().CountAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> CookiesAsync(DirectLineClient client, string path)
    {
        using var response = await client.GetPageAsync(path);
        return response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
    }

    private static async Task<string[]> TokenCookiesAsync(DirectLineClient client, string start)
    {
        using var response = await client.SendAsync(HttpMethod.Post, "tokens/generate", new JsonObject { ["start"] = start, ["kiosk"] = true }.ToJsonString());
        return response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
    }
}
