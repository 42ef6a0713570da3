using Bot.Conversations;
using Bot.Exports;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Tests.Managers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Exports;

public sealed class ExportCommandTests
{
    private const string Refused = "У Вас нет доступа к этому разделу.";
    private const string Licence = "1403024";
    private const string Apostille = "3102008";
    private const string Small = "903002";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scope_of_a_service_is_exported_and_nothing_beyond_it()
    {
        await using var desk = await RatedAsync();
        var (card, file) = await PressAsync(desk, StaffRole.Manager, $"service:{Licence}", "s.-");
        Assert.Equal(("Файл отправлен.", "scores-2026-11-25.xlsx"), (card.Text, file?.FileName));
        var book = new ReadWorkbook(file!.Content);
        Assert.Equal(["О файле", "Услуги", "1403024 Лицензия на импорт РЭС"], book.Names);
        Assert.Contains("Лицензия на импорт РЭС и ВЧУ", Fact(book, "Охват"), StringComparison.Ordinal);
        Assert.Equal("25 ноября 2026 г., 14:00 (UTC+5)", Fact(book, "Файл создан"));
        Assert.StartsWith("Оценки по методике", Fact(book, "Что это"), StringComparison.Ordinal);
        Assert.Equal((4.75, 75.0, 40.0), ReadWorkbook.Score(book.Of(Licence), "Общая оценка", "Электронная"));
        Assert.DoesNotContain("Апостиль", book.All, StringComparison.Ordinal);
        Assert.Contains((await desk.AuditAsync())[^1], $"staff:{(await desk.StaffAsync())!.Id}: scores.export scores", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_of_a_region_counts_its_responses_alone()
    {
        await using var desk = await RatedAsync();
        var (_, file) = await PressAsync(desk, StaffRole.Manager, "region:astana", "s.astana");
        var book = new ReadWorkbook(file!.Content);
        Assert.Equal("город Астана", Fact(book, "Регион"));
        Assert.Equal((5.0, 100.0, 30.0), ReadWorkbook.Score(book.Of(Licence), "Общая оценка", "Электронная"));
        Assert.Contains("Только регион: город Астана", book.Of(Licence)[1][0]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service:3102008", "s.astana")]
    [InlineData("service:3102008", "r.1403024")]
    [InlineData("service:3102008", "a")]
    [InlineData("region:astana", "s.-")]
    [InlineData("region:astana", "s.shymkent")]
    [InlineData("region:astana", "r.1403024")]
    [InlineData("", "a")]
    [InlineData("", "r.of-yesterday")]
    [InlineData("", "s.'; DROP TABLE Scores; --")]
    public async Task A_forged_button_brings_no_file(string scope, string press)
    {
        await using var desk = await RatedAsync();
        var (card, file) = await PressAsync(desk, StaffRole.Manager, scope, press);
        Assert.Equal((Refused, null), (card.Text, file));
        Assert.DoesNotContain(await desk.AuditAsync(), entry => entry.Contains("export", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(StaffRole.Coordinator, "")]
    [InlineData(StaffRole.Coordinator, "s.-")]
    [InlineData(StaffRole.Coordinator, "a")]
    public async Task A_coordinator_exports_nothing(object role, string press)
    {
        await using var desk = await RatedAsync();
        Assert.Equal(Refused, (await PressAsync(desk, (StaffRole)role, "", press)).Card.Text);
    }

    [Fact]
    public async Task What_the_gate_hides_is_a_word_for_managers_and_marked_for_administrators()
    {
        await using var desk = await RatedAsync();
        var managers = new ReadWorkbook((await PressAsync(desk, StaffRole.Manager, "", "s.-")).File!.Content);
        Assert.DoesNotContain(managers.Names, name => name.StartsWith(Small, StringComparison.Ordinal));
        var hidden = Line(managers, Small);
        Assert.Equal("Мало ответов", hidden[3]);
        Assert.All(hidden[4..], cell => Assert.Null(cell));
        Assert.Contains("скрыты", Fact(managers, "Порог публикации"), StringComparison.Ordinal);

        var administrators = new ReadWorkbook((await PressAsync(desk, StaffRole.Administrator, "", "s.-")).File!.Content);
        Assert.Equal([5.0, 100.0, 0.0, 4.0, "от других скрыто"], [Line(administrators, Small)[3], .. Line(administrators, Small)[6..]]);
        Assert.Equal((5.0, 100.0, 4.0), ReadWorkbook.Score(administrators.Of(Small), "Общая оценка", "Электронная"));
    }

    [Fact]
    public async Task A_rating_of_regions_hides_small_regions_and_ranks_no_preliminary_one()
    {
        await using var desk = await RatedAsync();
        await desk.RateAsync(Licence, "electronic", "abai", 3);
        var (_, file) = await PressAsync(desk, StaffRole.Manager, "", $"r.{Licence}");
        Assert.Equal($"regions-{Licence}-2026-11-25.xlsx", file?.FileName);
        var rating = new ReadWorkbook(file!.Content)["Рейтинг регионов"];
        Assert.Equal([1.0, "город Астана", 5.0], rating[5][..3]);
        var abai = rating.Single(row => Equals(row[1], "Область Абай"));
        Assert.Equal((null, "Мало ответов", null, null), (abai[0], abai[2], abai[3], abai[4]));
        // Three people could be worked out as the difference, so the smallest shown region is hidden with them.
        Assert.Equal("Мало ответов", rating.Single(row => Equals(row[1], "город Шымкент"))[2]);
    }

    [Fact]
    public async Task The_menu_offers_what_the_role_may_have_and_its_buttons_fit()
    {
        await using var desk = await RatedAsync();
        var regions = desk.Host.Get<ServiceCatalogue>().Regions.Select(region => "region:" + region.Id);
        Assert.Equal(["c.export.s.-", "c.export.l.0", "c.export.a"], Data((await PressAsync(desk, StaffRole.Administrator, "", "")).Card));
        Assert.Equal(["c.export.s.-", "c.export.l.0"], Data((await PressAsync(desk, StaffRole.Manager, $"service:{Licence}", "")).Card));
        var menu = (await PressAsync(desk, StaffRole.Manager, string.Join(',', regions), "")).Card;
        Assert.Equal(20, menu.Rows.Count);
        var kazakh = (await PressAsync(desk, StaffRole.Manager, string.Join(',', regions), "", "kk")).Card;
        Assert.All(menu.Rows.Concat(kazakh.Rows).SelectMany(row => row), button => Assert.InRange(button.Text.Length, 1, CardLimits.ButtonText));
    }

    [Theory]
    [InlineData("l.0", 8, 2)]
    [InlineData("l.4", 7, 2)]
    [InlineData("l.99999999999999", 8, 2)]
    public async Task Services_are_offered_page_by_page(string press, int services, int others)
    {
        await using var desk = await RatedAsync();
        Assert.Equal(services + others, (await PressAsync(desk, StaffRole.Manager, "", press)).Card.Rows.Count);
    }

    private static object?[] Line(ReadWorkbook book, string code) => book["Услуги"].Single(row => Equals(row[0], code));

    private static string Fact(ReadWorkbook book, string name) => ((string)book["О файле"].Single(row => Equals(row[0], name))[1]!).Replace('\u00a0', ' ');

    private static IEnumerable<string> Data(Card card) => card.Rows.SelectMany(row => row).Select(button => button.Data);

    private static async Task<(Card Card, Attachment? File)> PressAsync(StaffDesk desk, StaffRole role, string scope, string press, string language = "ru")
    {
        await desk.TypeAsync(await desk.IssueAsync(role, scope));
        var context = new CommandContext(new ConversationKey(ChannelNames.Web, "chat"), "chat", language, press, Pressed: true, await desk.StaffAsync());
        var result = await desk.Host.Services.GetServices<ICommand>().OfType<ExportCommand>().Single().ExecuteAsync(context, Stop);
        return (result.Card!, result.Attachment);
    }

    private static async Task<StaffDesk> RatedAsync()
    {
        var desk = await StaffDesk.OpenAsync();
        await desk.RateAsync(Licence, "electronic", "astana", 30);
        await desk.RateAsync(Licence, "electronic", "shymkent", 10, rating: 4);
        await desk.RateAsync(Apostille, "electronic", "astana", 31);
        await desk.RateAsync(Small, "electronic", "abai", 4);
        return desk;
    }
}
