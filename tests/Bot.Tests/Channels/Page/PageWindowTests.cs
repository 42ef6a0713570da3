using Bot.Persistence.Entities;
using Bot.Survey.Localization;
using Bot.Tests.Channels.DirectLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.Page;

public sealed class PageWindowTests(Browser browser) : IClassFixture<Browser>
{
    private const string Link = "/s/svc_3102008_e";

    [Theory]
    [InlineData("kk", "kk-KZ", false)]
    [InlineData("ru", "ru-RU", false)]
    [InlineData("kk", "kk-KZ", true)]
    [InlineData("ru", "ru-RU", true)]
    public async Task A_whole_survey_is_tapped_on_a_phone_with_and_without_JavaScript(string language, string locale, bool hasScript)
    {
        await using var host = await BotHost.StartAsync();
        await using var window = await PageWindow.OpenAsync(browser, host, Link, locale, hasScript);
        var texts = host.Get<TextCatalogue>();
        string Text(string key) => texts.Get(language, key);
        await LookAsync(window, $"{language}-00", hasScript);
        await window.TapAsync(texts.Languages.Single(l => l.Code == language).Name);
        await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await LookAsync(window, $"{language}-01", hasScript);
        await window.TapAsync(Text("start.consent_yes"));
        var step = 2;
        for (; !await window.HasAsync(Text("flow.submit")); step++)
        {
            Assert.True(step < 40, "The survey does not end.");
            await LookAsync(window, $"{language}-{step:00}", hasScript);
            if (await window.IsRatingAsync())
                await RateAsync(window, step % 3 + 3, hasScript ? null : Text("flow.next"));
            else
                await window.LeadOnAsync(() => window.Page.Locator("button").First.TapAsync());
        }

        await LookAsync(window, $"{language}-{step:00}-review", hasScript);
        await window.TapAsync(Text("flow.submit"));
        for (; await window.HasAsync(Text("scale.skip")); step++)
        {
            await LookAsync(window, $"{language}-{step + 1:00}-after", hasScript);
            await window.TapAsync(Text("scale.skip"));
        }

        await LookAsync(window, $"{language}-{step + 1:00}-end", hasScript);
        Assert.Empty(window.Complaints);
        await using var db = host.Open();
        Assert.Equal(ResponseStatus.Submitted, (await db.Responses.SingleAsync(TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task The_other_pages_fit_and_are_accessible_too()
    {
        await using var host = await BotHost.StartAsync();
        foreach (var path in (string[])["/s/no_such_token", $"{Link}?show=help", $"{Link}?show=mydata", $"{Link}?show=forget"])
        {
            await using var window = await PageWindow.OpenAsync(browser, host, path, "ru-RU", hasScript: true);
            await LookAsync(window, "other-" + path.Split('=', '/')[^1], hasScript: true);
        }

        await using var services = await PageWindow.OpenAsync(browser, host, "/s", "kk-KZ", hasScript: true);
        await services.TapAsync("Қазақша");
        await services.TapAsync("Келісемін");
        await LookAsync(services, "other-services", hasScript: true);
        await services.Page.GetByLabel("Қызметтің атауы немесе коды").FillAsync("жжжжж");
        await services.TapAsync("Іздеу");
        await Assertions.Expect(services.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await LookAsync(services, "other-notice", hasScript: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_browsers_Back_is_harmless(bool hasScript)
    {
        await using var host = await BotHost.StartAsync();
        await using var window = await BeginAsync(host, hasScript);
        await RateAsync(window, 4, hasScript ? null : "Далее");
        await RateAsync(window, 4, hasScript ? null : "Далее");
        var heading = await window.HeadingAsync();
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(heading);
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(heading);
        await using var db = host.Open();
        Assert.Equal(2, (await db.Responses.SingleAsync(TestContext.Current.CancellationToken)).State!.Split("\"4\"").Length - 1);
    }

    [Fact]
    public async Task With_JavaScript_a_rating_is_one_tap_and_the_arrow_keys_only_choose()
    {
        await using var host = await BotHost.StartAsync();
        await using var window = await BeginAsync(host, hasScript: true);
        var heading = await window.HeadingAsync();
        await window.Page.Locator("input[type=radio]").First.FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(window.Page.GetByLabel("3", new() { Exact = true })).ToBeCheckedAsync();
        Assert.Equal(heading, await window.HeadingAsync());
        await window.LeadOnAsync(() => window.Page.GetByLabel("2", new() { Exact = true }).TapAsync());
        Assert.NotEqual(heading, await window.HeadingAsync());
        await window.TapAsync("Назад");
        await Assertions.Expect(window.Page.GetByLabel("2", new() { Exact = true })).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_whole_survey_is_answered_by_keyboard_alone(bool hasScript)
    {
        await using var host = await BotHost.StartAsync();
        await using var window = await PageWindow.OpenAsync(browser, host, Link, "ru-RU", hasScript);
        var keys = new[] { "Русский", "Даю согласие", "Услуга получена полностью", "Далее", "Нет, не понадобилось", "Нет", "Отправить" };
        for (var step = 0; !(await window.HeadingAsync()).Contains("Спасибо", StringComparison.Ordinal); step++)
        {
            Assert.True(step < 40, "The survey does not end.");
            if (await window.IsRatingAsync())
            {
                await TabToAsync(window, "input[type=radio]");
                await window.Page.Keyboard.PressAsync("Space");
            }

            var next = await FirstAsync(window, keys);
            await TabToAsync(window, $"button:text-is(\"{next}\")");
            await window.LeadOnAsync(() => window.Page.Keyboard.PressAsync("Enter"));
        }

        await using var db = host.Open();
        Assert.True(await db.Answers.CountAsync(a => a.Value == 1, TestContext.Current.CancellationToken) >= 9);
    }

    private async Task<PageWindow> BeginAsync(BotHost host, bool hasScript)
    {
        var window = await PageWindow.OpenAsync(browser, host, Link + "_astana", "ru-RU", hasScript);
        foreach (var label in (string[])["Русский", "Даю согласие", "Услуга получена полностью"])
            await window.TapAsync(label);
        return window;
    }

    private static Task RateAsync(PageWindow window, int rating, string? next) => window.LeadOnAsync(async () =>
    {
        await window.Page.Locator(".scale label").Nth(rating - 1).TapAsync();
        if (next is not null)
            await window.Button(next).TapAsync();
    });

    private static async Task<string> FirstAsync(PageWindow window, string[] labels)
    {
        foreach (var label in labels)
        {
            if (await window.HasAsync(label))
                return label;
        }

        return await window.Page.Locator("button").First.InnerTextAsync();
    }

    private static async Task TabToAsync(PageWindow window, string selector)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await window.Page.Locator(selector + ":focus").CountAsync() > 0)
                return;
        }

        Assert.Fail($"{selector} is not reached by the Tab key.");
    }

    private static async Task LookAsync(PageWindow window, string name, bool hasScript)
    {
        await window.AssertFitsAsync();
        await window.KeepAsync(name + (hasScript ? "-js" : ""));
        if (hasScript)
            await window.AssertAccessibleAsync();
    }
}
