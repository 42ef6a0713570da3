using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Responses;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Tests.Conversations;
using Bot.Tests.Responses;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>All that a manager sees, on a small phone: kept for people to look at, and nothing of it cut off or wider than the screen.</summary>
public class ManagerViewsTests(Browser browser) : IClassFixture<Browser>
{
    private const string Service = "3102008";
    private const int Width = 360;
    private const int Height = 740;
    private const int Responses = 3000;

    private static readonly string[] Comments = ["Ждал три дня, никто не ответил", "Рахмет, бәрі тез болды", "Сайт завис два раза", "Қызметкер дөрекі сөйледі, Айгуль Сериковна", "Просили доплатить в конверте", "Все хорошо"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kk", "kk-KZ")]
    [InlineData("ru", "ru-RU")]
    public async Task Every_view_fits_a_small_phone(string language, string locale)
    {
        await using var host = await QuietHost.StartAsync();
        await FillAsync(host);
        await using var chat = await browser.OpenAsync(host, locale: locale, width: Width, height: Height);
        var texts = host.Get<TextCatalogue>();
        await chat.Button(texts.Languages.Single(l => l.Code == language).Name).ClickAsync();
        await chat.ShowsAsync(texts.Get(language, "start.consent").Split('\n')[0][..20]);
        await SayAsync(host, chat, "/login " + await host.Get<StaffCodes>().IssueAsync(StaffRole.Manager, StaffScope.Of(["comments:sensitive"]), "test", Stop), "login", language);
        string[] steps =
        [
            "/scores", "manager.picture", "manager.services", "/scores", "manager.button_30", "manager.by_providers", "/scores 01.11.2026-20.11.2026",
            $"/scores {Service}", "manager.picture", "manager.by_criteria", "manager.picture", $"/scores {Service}", "manager.by_items", "manager.picture",
            $"/scores {Service}", "manager.by_providers", "manager.picture", $"/scores {Service}", "manager.by_regions", "manager.picture", $"/scores {Service}", "manager.button_30",
            $"/scores {Service}", "manager.splits", $"/comments {Service}", "/comments", "/sensitive", "/export", "export.regions_button", "/subscriptions", "/cases", "/scores шымкент",
        ];
        foreach (var (index, step) in steps.Index())
        {
            var name = $"{index:00}{step.Replace('/', '-').Replace(' ', '-')}";
            if (step.StartsWith('/'))
                await SayAsync(host, chat, step, name, language);
            else
                await DoAsync(host, chat, () => chat.Button(texts.Get(language, step)).ClickAsync(), name, language);
        }

        Assert.Empty(chat.Complaints);
    }

    private static Task SayAsync(BotHost host, ChatWindow chat, string text, string name, string language) => DoAsync(host, chat, () => chat.TypeAsync(text), name, language);

    private static async Task DoAsync(BotHost host, ChatWindow chat, Func<Task> act, string name, string language)
    {
        host.Time!.Advance(TimeSpan.FromSeconds(20)); // Nobody taps faster than the channel allows.
        var shown = await chat.Messages.CountAsync();
        await act();
        await Assertions.Expect(chat.Messages.Nth(shown)).ToBeVisibleAsync();
        await chat.Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete && image.naturalWidth > 0)");
        await chat.KeepAsync($"manager-{language}-{name}");
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(
            """
            () => [
              ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
              ...[...document.querySelectorAll('.webchat__bubble__content, .webchat__suggested-action, .webchat__suggested-actions')]
                .filter(part => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth)
                .map(part => part.className + ': ' + part.textContent.slice(0, 60)),
            ]
            """));
        await chat.Page.SetViewportSizeAsync(Width, 3 * Height);
        await chat.KeepAsync($"manager-{language}-{name}-tall");
        await chat.Page.SetViewportSizeAsync(Width, Height);
    }

    private static async Task FillAsync(BotHost host)
    {
        var chance = new Random(11);
        var catalogue = host.Get<ServiceCatalogue>();
        var file = new ResponseCsv([.. host.Get<ScoringForms>().Items]);
        var regions = catalogue.Regions.Select(region => region.Id).ToList();
        for (var i = 0; i < Responses; i++)
        {
            // Every third about one service; a service is as good as its number is high.
            var at = i % 3 == 0 ? catalogue.Services.ToList().FindIndex(s => s.Id == Service) : (int)(chance.NextDouble() * chance.NextDouble() * catalogue.Services.Count);
            var service = catalogue.Services[at];
            var form = service.Providers.Keys.ElementAt(chance.Next(service.Providers.Count)).Id();
            var ratings = host.Get<ScoringForms>().Find(form)!.Layout.Items.Where(_ => chance.Next(8) > 0)
                .ToDictionary(item => item, _ => chance.Next(100) < 82 + (at / 3) ? 5 : chance.Next(1, 5));
            file.Line(
                string.Create(CultureInfo.InvariantCulture, $"g{i}"), service.Id, form, regions[(int)(chance.NextDouble() * chance.NextDouble() * regions.Count)],
                submittedAt: new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(5)).AddDays(-chance.Next(120)).ToString("O", CultureInfo.InvariantCulture),
                outcome: chance.Next(20) == 0 ? "refused" : "granted", ratings: ratings, comment: i % 4 == 0 ? $"\"{Comments[chance.Next(Comments.Length)]}\"" : "");
        }

        var result = await host.Get<ResponseImport>().RunAsync(file.Stream(), "test", Stop);
        Assert.Empty(result.Faults);
        while (await host.Get<ScoreFold>().RunAsync(Stop) > 0)
        {
        }
    }
}
