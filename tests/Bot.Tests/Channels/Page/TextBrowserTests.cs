using Bot.Invitations;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels.Page;

public sealed class TextBrowserTests
{
    private static readonly string[] Answers = ["Русский", "Даю согласие", "Услуга получена полностью", "4", "Нет, не понадобилось", "Нет", "Отправить"];

    [Fact]
    public async Task A_whole_survey_is_answered_in_w3m()
    {
        await using var person = new PagePerson(await BotHost.StartAsync());
        var token = (await person.Host.Get<ReceiptDesk>().TakeAsync(
            [new Receipt("r-1", "2602001", "electronic", "astana", "egov_web", null, TimeProvider.System.GetUtcNow())], apiKeyId: null, TestContext.Current.CancellationToken))[0].Invitation.Token;
        using var w3m = await TextBrowser.OpenAsync(new Uri(person.Host.Client.BaseAddress!, $"/s/{token}"), person.Host.Folder);
        Assert.Contains("Русский", w3m.Shown, StringComparison.Ordinal);
        // What is on the page, and so which key leads where, is read beside the browser: it shows only what has changed.
        for (var step = 0; ; step++)
        {
            Assert.True(step < 40, "The survey does not end.");
            await person.OpenAsync(token);
            if (person.Text.Contains("Спасибо!", StringComparison.Ordinal))
                break;
            var labels = person.Buttons.Select(b => b.Label).ToList();
            var answer = Answers.First(labels.Contains);
            var at = labels.IndexOf(answer) + 1;
            var ratings = person.Html.Split("type=\"radio\"").Length - 1;
            await w3m.PressAsync(ratings == 0 ? [at] : [at, ratings + 1 - at]);
        }

        await using var db = person.Host.Open();
        Assert.Equal((ResponseStatus.Submitted, "page"), await db.Responses.Select(r => ValueTuple.Create(r.Status, r.SurveyChannel)).SingleAsync(TestContext.Current.CancellationToken));
        Assert.True(await db.Answers.CountAsync(a => a.Value == 4, TestContext.Current.CancellationToken) >= 9);
    }
}
