using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Tests.Channels.DirectLine;
using Bot.Tests.Channels.Page;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Campaigns;

/// <summary>The staff page in a real browser, on a small phone.</summary>
public sealed class CampaignWindowTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kk", "Жүктеу және тексеру", "Тек дұрыс жолдармен жалғастыру", "Әрі қарай", "Шақыру жіберу", "Кідірту")]
    [InlineData("ru", "Загрузить и проверить", "Продолжить только с верными", "Далее", "Отправить приглашения", "Приостановить")]
    public async Task Every_page_of_a_campaign_fits_a_phone_and_is_accessible(string language, params string[] ways)
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        await using var window = await OpenAsync(host, language, hasScript: true);
        await LookAsync(window, "list");
        await window.Page.Locator("summary").TapAsync();
        await LookAsync(window, "codes");
        await ChooseAsync(window, "A-1,2602001,electronic,astana,kk", $"A-2,2602001,electronic,astana,kk,{new string('x', 60)}", "A-3,77,electronic,,en", ",1403024,electronic,abai,ru");
        foreach (var (way, step) in ways.Select((way, step) => (way, step)))
        {
            await window.TapAsync(way);
            await window.Page.Locator("meta[http-equiv=refresh]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await LookAsync(window, $"{step}");
            if (step == 1)
            {
                await window.Page.Locator("#targets").FillAsync("400");
                await window.LeadOnAsync(() => window.Page.Locator("form:has(#targets) button").TapAsync());
                await LookAsync(window, "targets");
            }
        }

        Assert.Empty(window.Complaints);
        await using var db = host.Open();
        Assert.Equal((CampaignState.Paused, 1), (Assert.Single(db.Campaigns).State, await db.Invitations.CountAsync(i => i.InvitedAt != null, Stop)));
    }

    [Fact]
    public async Task A_campaign_is_sent_and_stopped_by_keyboard_alone_without_JavaScript()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        await using var window = await OpenAsync(host, "ru", hasScript: false);
        await ChooseAsync(window, "A-1,2602001,electronic,astana,kk");
        await PressAsync(window, "button:text-is(\"Загрузить и проверить\")");
        await window.Page.Locator("#start").WaitForAsync();
        foreach (var target in (string[])["button:text-is(\"Далее\")", "button:text-is(\"Отправить приглашения\")", "a:text-is(\"Остановить кампанию\")", "button:text-is(\"Остановить кампанию\")", "a:text-is(\"« Кампании\")"])
            await PressAsync(window, target);
        await Assertions.Expect(window.Page.Locator(".cards")).ToContainTextAsync("Остановлена");
        await using var db = host.Open();
        Assert.Equal(1, await db.Invitations.CountAsync(i => i.InvitedAt != null, Stop));
    }

    private async Task<PageWindow> OpenAsync(BotHost host, string language, bool hasScript)
    {
        using var chat = await DirectLineClient.BeginAsync(host);
        await chat.SayAsync(await host.Get<StaffCodes>().IssueAsync(StaffRole.Coordinator, StaffScope.Of([]), "test", Stop));
        return await PageWindow.OpenAsync(browser, host, $"/staff/campaigns?lang={language}", language == "kk" ? "kk-KZ" : "ru-RU", hasScript, chat.Cookies.GetCookies(host.Client.BaseAddress!));
    }

    private static Task ChooseAsync(PageWindow window, params string[] lines) => window.Page.Locator("#file").SetInputFilesAsync(
        new FilePayload { Name = "november.csv", MimeType = "text/csv", Buffer = CampaignOffice.File([CampaignOffice.Head, .. lines]) });

    private static async Task PressAsync(PageWindow window, string selector)
    {
        for (var presses = 0; await window.Page.Locator(selector + ":focus").CountAsync() == 0; presses++)
        {
            Assert.True(presses < 40, $"{selector} is not reached by the Tab key.");
            await window.Page.Keyboard.PressAsync("Tab");
        }

        await window.LeadOnAsync(() => window.Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Nothing is wider than the screen, no word of a heading is broken, and axe finds nothing.</summary>
    private static async Task LookAsync(PageWindow window, string name)
    {
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the screen.");
        foreach (var heading in await window.Page.Locator("thead th").AllAsync())
            Assert.Equal(1, await heading.EvaluateAsync<int>("h => { const r = document.createRange(); r.selectNodeContents(h); return new Set([...r.getClientRects()].map(c => c.top)).size; }"));
        await window.AssertAccessibleAsync();
    }
}
