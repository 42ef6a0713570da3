using System.Globalization;
using Bot.Persistence.Entities;
using Bot.Survey.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class SurveyInChatTests(Browser browser) : IClassFixture<Browser>
{
    private const int ReloadAt = 6;
    private const int RestartAt = 10;

    [Theory]
    [InlineData("kk", "kk-KZ")]
    [InlineData("ru", "ru-RU")]
    public async Task A_whole_survey_survives_a_reload_and_a_restart(string language, string locale)
    {
        var host = await StartAsync(FreePort.Next());
        await using var first = host;
        await using var chat = await browser.OpenAsync(host, locale: locale);
        var texts = host.Get<TextCatalogue>();
        await PressAsync(chat, texts.Languages.Single(l => l.Code == language).Name);
        await PressAsync(chat, texts.Get(language, "start.consent_yes"));
        var submit = chat.Button(texts.Get(language, "flow.submit"));
        var step = 0;
        for (; await submit.CountAsync() == 0; step++)
        {
            Assert.True(step < 40, "The survey does not end.");
            await chat.PictureAsync($"{language}-{step:00}");
            await (await chat.Button("5").CountAsync() > 0 ? PressAsync(chat, "5") : PressFirstAsync(chat));
            if (step == ReloadAt)
                await ReloadAsync(chat);
            if (step == RestartAt)
                host = await RestartAsync(chat, host);
        }

        await using var second = host;
        Assert.True(step > RestartAt);
        await chat.PictureAsync($"{language}-review");
        await PressAsync(chat, texts.Get(language, "flow.submit"));
        await chat.ShowsAsync(texts.Get(language, "flow.thanks").Split('\n')[0]);
        while (await chat.Button(texts.Get(language, "flow.skip_all")).CountAsync() > 0)
            await PressAsync(chat, texts.Get(language, "flow.skip_all"));
        await chat.PictureAsync($"{language}-end");
        await using var database = host.Open();
        var response = await database.Responses.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ResponseStatus.Submitted, "web", language), (response.Status, response.SurveyChannel, response.Language));
        var ratings = await database.Answers.Where(a => a.Value != null).Select(a => a.Value).ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(ratings.Count >= 9 && ratings.All(r => r == 5), "Every rating given is kept.");
        Assert.DoesNotContain(chat.Complaints, complaint => !IsOfRestart(complaint));
    }

    // A program that goes away refuses, resets or leaves without an answer, as it happens.
    private static bool IsOfRestart(string complaint) =>
        complaint.Contains("net::ERR_CONNECTION", StringComparison.Ordinal) || complaint.Contains("net::ERR_EMPTY_RESPONSE", StringComparison.Ordinal)
        || complaint.StartsWith("WebSocket connection to", StringComparison.Ordinal);

    private static Task PressAsync(ChatWindow chat, string text) => AnsweredAsync(chat, () => chat.Button(text).ClickAsync());

    private static Task PressFirstAsync(ChatWindow chat) => AnsweredAsync(chat, () => chat.Buttons.First.ClickAsync());

    private static async Task AnsweredAsync(ChatWindow chat, Func<Task> act)
    {
        await Assertions.Expect(chat.Buttons.First).ToBeVisibleAsync();
        var shown = await chat.Messages.CountAsync();
        await act();
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(shown + 1);
        await Assertions.Expect(chat.Buttons.First).ToBeVisibleAsync();
    }

    private static async Task ReloadAsync(ChatWindow chat)
    {
        var shown = await chat.Messages.CountAsync();
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(shown);
        await Assertions.Expect(chat.Buttons.First).ToBeVisibleAsync();
    }

    private static async Task<BotHost> RestartAsync(ChatWindow chat, BotHost host)
    {
        var shown = await chat.Messages.CountAsync();
        await host.StopAsync();
        var restarted = await StartAsync(host.Client.BaseAddress!.Port, host.Folder);
        await Assertions.Expect(chat.Messages).ToHaveCountAsync(shown + 1);
        return restarted;
    }

    private static Task<BotHost> StartAsync(int port, string? folder = null) =>
        BotHost.StartAsync(new BotHostOptions { Folder = folder, Settings = { ["urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}") } });
}
