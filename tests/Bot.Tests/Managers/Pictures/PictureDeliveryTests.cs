using System.Text.Json.Nodes;
using Bot.Tests.Channels.DirectLine;
using Bot.Tests.Channels.Telegram;
using Microsoft.Playwright;
using SkiaSharp;
using Xunit;

namespace Bot.Tests.Managers.Pictures;

/// <summary>A manager presses «Картинка» in the real program and gets the picture, on both channels.</summary>
public class PictureDeliveryTests(Browser browser) : IClassFixture<Browser>
{
    private const string Service = "3102008";
    private const string Picture = $"c.scores.gs.-.{Service}";

    [Fact]
    public async Task In_Telegram_it_comes_once_below_its_card()
    {
        await using var api = await FakeBotApi.StartAsync();
        await using var desk = await RatedAsync(api);
        api.Deliver(Updates.Text(1, 42, $"/start {await desk.IssueAsync()}"));
        await api.CalledAsync("sendMessage");
        api.Deliver(Updates.Text(2, 42, $"/scores {Service}"));
        var card = await api.CalledAsync("sendMessage");
        Assert.Contains(Picture, card.Body.GetRawText(), StringComparison.Ordinal);

        api.Deliver(Updates.Press(3, 42, Picture, messageId: 102));
        var photo = await api.CalledAsync("sendPhoto");
        using var drawn = SKBitmap.Decode(photo.Body.GetProperty("photo").GetProperty("bytes").GetBytesFromBase64());
        Assert.Equal(1080, drawn.Width);
        Assert.EndsWith("опрос в чате.", photo.Get("caption"), StringComparison.Ordinal);
        Assert.Equal(card.Text, (await api.CalledAsync("editMessageText")).Text);

        api.Deliver(Updates.Press(3, 42, Picture, messageId: 102));
        await api.CalledAsync("editMessageText");
        api.Deliver(Updates.Text(4, 42, "/logout"));
        await api.CalledAsync("sendMessage");
        Assert.Equal(1, api.Count("sendPhoto"));
    }

    [Fact]
    public async Task In_the_web_chat_it_has_the_buttons_of_its_card_and_can_be_fetched()
    {
        await using var desk = await RatedAsync();
        using var client = await DirectLineClient.BeginAsync(desk.Host, await desk.IssueAsync());
        await client.PressAsync(Picture, "press-1");
        var activities = (await client.ReadActivitiesAsync())["activities"]!.AsArray();
        var file = activities[^1]!["attachments"]![0]!;
        Assert.Contains(Picture, activities[^1]!["suggestedActions"]!.ToJsonString(), StringComparison.Ordinal);
        using var drawn = SKBitmap.Decode(await desk.Host.Client.GetByteArrayAsync((string)file["contentUrl"]!, TestContext.Current.CancellationToken));
        Assert.Equal(1080, drawn.Width);
        await client.PressAsync(Picture, "press-1");
        Assert.Single((await client.ReadActivitiesAsync())["activities"]!.AsArray(), activity => activity!["attachments"] is JsonArray);
    }

    [Theory]
    [InlineData("kk-KZ", "Сурет")]
    [InlineData("ru-RU", "Картинка")]
    public async Task A_person_sees_the_whole_of_it_on_a_phone(string locale, string button)
    {
        await using var desk = await RatedAsync();
        await using var chat = await browser.OpenAsync(desk.Host, $"/chat?start={await desk.IssueAsync()}", locale);
        await chat.ShowsAsync(locale == "kk-KZ" ? "Сіз қызметкер" : "Вы вошли");
        await chat.TypeAsync($"/scores {Service}");
        await chat.Button(button).ClickAsync();
        var picture = chat.Page.Locator(".webchat__bubble img");
        await Assertions.Expect(picture).ToBeVisibleAsync();
        Assert.Equal(1080, await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"));
        var box = (await picture.BoundingBoxAsync())!;
        Assert.InRange(box.Width, 300, 390);
        Assert.Equal(await picture.EvaluateAsync<double>("image => image.naturalHeight / image.naturalWidth"), box.Height / box.Width, 0.02);
        Assert.Contains("3102008", await picture.GetAttributeAsync("src") + await picture.GetAttributeAsync("alt"), StringComparison.Ordinal);
        Assert.Equal(box.Height, await picture.EvaluateAsync<double>("image => image.parentElement.clientHeight"), 1.0);
        await picture.ScrollIntoViewIfNeededAsync();
        await chat.KeepAsync($"picture-{locale}");
        Assert.Empty(chat.Complaints);
    }

    private static async Task<StaffDesk> RatedAsync(FakeBotApi? telegram = null)
    {
        var desk = await StaffDesk.OpenAsync(telegram: telegram);
        await desk.RateAsync(Service, "electronic", "astana", 31);
        await desk.RateAsync(Service, "paper", "shymkent", 12, rating: 4);
        return desk;
    }
}
