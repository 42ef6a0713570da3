using System.Text;
using System.Text.RegularExpressions;
using Bot.Conversations;
using Bot.Invitations.Places;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SkiaSharp;
using Xunit;

namespace Bot.Tests.Invitations.Places;

public sealed class LinksCommandTests
{
    private const string Label = "ЦОН № 3, ул. Абая, 12";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_makes_the_code_of_a_place_by_buttons_and_words_and_a_citizen_opens_it()
    {
        await using var host = await StartAsync();
        var talk = await SignedInAsync(host, StaffRole.Coordinator);
        await talk.TypeAsync("/links");
        Assert.Equal(
            """
            Код места: ссылки, QR, плакат, планшет

            Услуга: выбирает посетитель
            Регион: спросит бот
            Место: …
            Без срока

            Напишите название места сообщением, например: ЦОН № 3, ул. Абая, 12. Оно будет на плакате.
            """,
            talk.Card.Text);
        await talk.TapAsync("Услуги");
        await talk.TypeAsync("3102008");
        await talk.TapAsync("Апостиль судебных документов");
        await talk.TapAsync("Бумажная");
        Assert.Contains("✓ Бумажная", Labels(talk.Card));
        await talk.TapAsync("Регионы");
        await talk.TapAsync("→");
        await talk.TapAsync("←");
        await talk.TypeAsync("шымкент");
        await talk.TapAsync("город Шымкент");
        await talk.TypeAsync($"  {Label.Replace(" ", " \n ", StringComparison.Ordinal)} ");
        await talk.TapAsync("Срок: один год");
        await talk.TapAsync("Ссылки, QR, плакат");
        var token = Regex.Match(talk.Card.Text, "start=([A-Za-z0-9_-]{36})").Groups[1].Value;
        Assert.Equal(
            $"""
            {Label}
            Услуга: Апостиль судебных документов
            Форма: Бумажная
            Регион: город Шымкент
            Последний день: 25 ноября 2027 г.

            Страница: https://survey.example/s/{token}
            Telegram: https://t.me/test_bot?start={token}
            Планшет: https://survey.example/chat?kiosk=1&start={token}
            """,
            talk.Card.Text.Replace('\u00a0', ' '));
        Labels(talk.Card);

        await new Talk(host, "7001").TypeAsync("/start " + token);
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(r => r.Source == "place", Stop);
        Assert.Equal(("3102008", "paper", "shymkent"), (response.ServiceId, response.Form, response.RegionId));
        Assert.Equal($"{PlaceCode.PlaceOf(Label)} 3102008 paper shymkent {Label}", (await db.AuditEntries.SingleAsync(a => a.Action == "links.place", Stop)).Subject);
    }

    [Fact]
    public async Task Code_and_poster_come_as_files_beside_the_card()
    {
        await using var host = await StartAsync();
        var talk = await MadeAsync(host, StaffRole.Administrator);
        await talk.TapAsync("QR, PNG");
        using var picture = SKBitmap.Decode(talk.Reply.Attachment!.Content);
        Assert.Equal((Label, true), (talk.Reply.Attachment.Caption, talk.Reply.Attachment.IsPicture));
        await talk.TapAsync("QR, SVG");
        Assert.StartsWith("<svg ", Encoding.UTF8.GetString(talk.Reply.Attachment!.Content), StringComparison.Ordinal);
        await talk.TapAsync("Плакат, PDF");
        Assert.Equal(($"poster-{PlaceCode.PlaceOf(Label)}.pdf", "application/pdf"), (talk.Reply.Attachment!.FileName, talk.Reply.Attachment.ContentType));
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(talk.Reply.Attachment.Content), StringComparison.Ordinal);
        Assert.Contains("Страница: https://survey.example/s/", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_and_citizens_make_none()
    {
        await using var host = await StartAsync();
        var manager = await SignedInAsync(host, StaffRole.Manager, chat: "9002");
        Assert.Equal("У Вас нет доступа к этому разделу.", (await manager.TypeAsync("/links")).Card.Text);
        var citizen = new Talk(host, "7001");
        await citizen.TypeAsync("/start");
        await citizen.TapAsync("Русский");
        Assert.Equal("У Вас нет доступа к этому разделу.", (await citizen.PressAsync("c.links.k.1", citizen.CardRef)).Card.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("k.1")]
    [InlineData("cs.1.3102008")]
    [InlineData("pdf.99999999999999999999")]
    public async Task The_buttons_of_an_earlier_code_begin_a_new_one(string data)
    {
        await using var host = await StartAsync();
        var talk = await MadeAsync(host, StaffRole.Coordinator);
        await talk.PressAsync(data.Length == 0 ? "c.links" : "c.links." + data, talk.CardRef);
        Assert.Contains("Место: …", talk.Card.Text, StringComparison.Ordinal);
        Assert.Null(talk.Reply.Attachment);
    }

    [Fact]
    public async Task What_was_chosen_can_be_taken_back_and_a_form_that_the_service_has_not_is_not_taken()
    {
        await using var host = await StartAsync();
        var talk = await MadeAsync(host, StaffRole.Coordinator);
        await talk.TapAsync("« Назад");
        await talk.TapAsync("Услуги");
        await talk.TapAsync("Апостиль судебных документов");
        await talk.PressAsync(talk.Data("Бумажная").Replace("paper", "proactive", StringComparison.Ordinal), talk.CardRef);
        Assert.Contains("Форма: спросит бот", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Услуги");
        await talk.TapAsync("выбирает посетитель");
        Assert.DoesNotContain("Форма", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Срок: один год");
        await talk.TapAsync("Без срока");
        Assert.Contains("\nБез срока", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Ссылки, QR, плакат");
        Assert.Contains("Услуга: выбирает посетитель\nРегион: спросит бот\n", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_kazakh_and_without_an_address_or_a_bot_it_says_so()
    {
        await using var host = await QuietHost.StartAsync();
        var talk = await SignedInAsync(host, StaffRole.Coordinator, language: "Қазақша");
        await talk.TypeAsync("/links");
        await talk.TypeAsync("№ 3 ХҚКО");
        await talk.TapAsync("Сілтеме, QR, плакат");
        Assert.StartsWith("№ 3 ХҚКО\nҚызмет: келуші таңдайды\nӨңір: бот сұрайды\nМерзімсіз\n\nБет: http://127.0.0.1:", talk.Card.Text, StringComparison.Ordinal);
        Assert.EndsWith("сілтемелер тек осы компьютерде ашылады.", talk.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("t.me", talk.Card.Text, StringComparison.Ordinal);
    }

    private static Task<BotHost> StartAsync() => QuietHost.StartAsync(configure: Configure);

    private static void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Telegram:BotName"] = "test_bot", ["Web:PublicUrl"] = "https://survey.example" });

    private static async Task<Talk> MadeAsync(BotHost host, StaffRole role)
    {
        var talk = await SignedInAsync(host, role);
        await talk.TypeAsync("/links");
        await talk.TypeAsync(Label);
        return await talk.TapAsync("Ссылки, QR, плакат");
    }

    private static async Task<Talk> SignedInAsync(BotHost host, StaffRole role, string chat = "9001", string language = "Русский")
    {
        var talk = new Talk(host, chat);
        await talk.TypeAsync("/start");
        await talk.TapAsync(language);
        return await talk.TypeAsync(await host.Get<StaffCodes>().IssueAsync(role, StaffScope.Everything, "test", Stop));
    }

    private static IReadOnlyList<string> Labels(Card card)
    {
        var buttons = card.Rows.SelectMany(row => row).ToList();
        Assert.All(buttons, b => Assert.InRange(Encoding.UTF8.GetByteCount(b.Data), 1, CardLimits.ButtonData));
        Assert.All(buttons, b => Assert.InRange(b.Text.Length, 1, CardLimits.ButtonText));
        return [.. buttons.Select(b => b.Text)];
    }
}
