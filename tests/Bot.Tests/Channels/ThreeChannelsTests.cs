using Bot.Invitations;
using Bot.Persistence.Entities;
using Bot.Tests.Channels.DirectLine;
using Bot.Tests.Channels.Page;
using Bot.Tests.Channels.Telegram;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels;

public sealed class ThreeChannelsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_survey_begun_in_Telegram_goes_on_on_the_page_and_ends_in_the_web_chat()
    {
        await using var telegram = await TelegramPerson.ArriveAsync();
        var host = telegram.Host;
        var token = (await host.Get<ReceiptDesk>().TakeAsync(
            [new Receipt("r-1", "2602001", "electronic", "astana", "egov_web", null, host.Get<TimeProvider>().GetUtcNow())], apiKeyId: null, Stop))[0].Invitation.Token;
        await telegram.BeginAsync(token);
        await telegram.RateAsync("5", only: 2);
        var old = telegram.Button("1");

        var page = new PagePerson(host);
        await page.OpenAsync(token);
        Assert.Contains("Это Вы?", page.Text, StringComparison.Ordinal);
        await page.TapAsync("Продолжить");
        await page.RateAsync("4", only: 2);
        await telegram.PressAsync(old);
        Assert.Contains("Эта кнопка устарела", telegram.Text, StringComparison.Ordinal);
        Assert.Contains("Вопрос 6 из", telegram.Text, StringComparison.Ordinal);

        var web = new WebPerson(host);
        await web.OpenAsync(token);
        Assert.Contains("Это Вы?", web.Text, StringComparison.Ordinal);
        await web.TapAsync("Продолжить");
        await web.RateAsync("3");
        await web.TapAsync("Отправить");
        Assert.Contains("Спасибо! Ваша оценка принята.", web.Text, StringComparison.Ordinal);

        await page.OpenAsync(token);
        Assert.Contains("Спасибо! Ваша оценка принята.", page.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((ResponseStatus.Submitted, "telegram", "receipt"), (response.Status, response.SurveyChannel, response.Source));
        var ratings = await db.Answers.Where(a => a.Value != null).Select(a => a.Value).ToListAsync(Stop);
        Assert.Equal((2, 2), (ratings.Count(r => r == 5), ratings.Count(r => r == 4)));
        Assert.True(ratings.Count(r => r == 3) >= 5);
    }
}
