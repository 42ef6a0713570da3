using Bot.Conversations;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Managers;

public class ScoresCommandTests
{
    private const string Refused = "У Вас нет доступа к этому разделу.";
    private const string Licence = "1403024";
    private const string Apostille = "3102008";

    [Fact]
    public async Task Without_words_it_shows_the_overall_picture_of_the_scope_alone()
    {
        await using var desk = await RatedAsync();
        var card = await desk.ScoresAsync(StaffRole.Manager, $"service:{Licence}");

        Assert.Contains("Лицензия на импорт РЭС и ВЧУ · За всё время · По методике, опрос в чате\nУслуг с ответами: 1 из 1; Респондентов: 40\n", card.Text, StringComparison.Ordinal);
        Assert.Contains("Среднее по услугам (1): 4,75 (", card.Text, StringComparison.Ordinal);
        Assert.Contains("Обновлено: 25 ноября, 14:00", card.Text, StringComparison.Ordinal);
        Assert.Equal(["c.scores.l.-", "c.scores.o.-~7", "c.scores.o.-~30", "c.scores.o.-~91", "c.scores.o.-~365", "c.scores.go.-", "c.subscriptions.a.o.-"], Data(card));
    }

    [Theory]
    [InlineData("1403024")]
    [InlineData("лицензия рэс")]
    [InlineData("Лицензия на импорт РЭС и ВЧУ")]
    public async Task Words_lead_to_the_service_that_they_name(string words)
    {
        await using var desk = await RatedAsync();
        var card = await desk.ScoresAsync(StaffRole.Manager, "", words);
        Assert.StartsWith("Лицензия на импорт РЭС и ВЧУ\n1403024 · По методике, опрос в чате\n", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Шымкент", "Оценки услуг\nгород Шымкент · За всё время")]
    [InlineData("01.03.2026 - 31.03.2026", "Оценки услуг\nПериод: 1 марта 2026")]
    public async Task Words_may_name_a_region_or_a_period(string words, string beginning)
    {
        await using var desk = await RatedAsync();
        Assert.StartsWith(beginning, (await desk.ScoresAsync(StaffRole.Manager, "", words)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(StaffRole.Manager))]
    [InlineData(nameof(StaffRole.Administrator))]
    public async Task Refusals_of_a_period_are_not_counted_apart_and_told_as_no_zero(string role)
    {
        await using var desk = await RatedAsync();
        Assert.Contains("Отказов: 0;", (await desk.ScoresAsync(Enum.Parse<StaffRole>(role), "")).Text, StringComparison.Ordinal);
        Assert.Contains("Отказов: –;", (await desk.ScoresAsync(Enum.Parse<StaffRole>(role), "", press: "o.-~30")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Как у нас дела?")]
    [InlineData("Жағдайымыз қалай?")]
    [InlineData("сводка")]
    public async Task Words_may_ask_for_everything(string words)
    {
        await using var desk = await RatedAsync();
        Assert.StartsWith("Оценки услуг\n", (await desk.ScoresAsync(StaffRole.Manager, "", words)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_may_name_a_service_and_a_region()
    {
        await using var desk = await RatedAsync();
        var card = await desk.ScoresAsync(StaffRole.Manager, "", "лицензия рэс шымкент");
        Assert.StartsWith("Лицензия на импорт РЭС и ВЧУ\n1403024 · По методике, опрос в чате\nТолько регион: город Шымкент", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Шымкент")]
    [InlineData("1403024 шымкент")]
    public async Task A_region_outside_the_scope_is_refused_by_its_name(string words)
    {
        await using var desk = await RatedAsync();
        Assert.Equal(Refused, (await desk.ScoresAsync(StaffRole.Manager, "region:astana", words)).Text);
    }

    [Fact]
    public async Task Words_that_fit_several_services_give_a_choice()
    {
        await using var desk = await RatedAsync();
        var card = await desk.ScoresAsync(StaffRole.Manager, "", "регистрация");
        Assert.Equal("Выберите услугу:", card.Text);
        Assert.InRange(card.Rows.Count, 2, 8);
    }

    [Fact]
    public async Task Words_that_fit_nothing_within_the_scope_find_nothing()
    {
        await using var desk = await RatedAsync();
        Assert.StartsWith("По запросу «зщшг» ничего не найдено", (await desk.ScoresAsync(StaffRole.Manager, "", "зщшг")).Text, StringComparison.Ordinal);
        var outside = await desk.ScoresAsync(StaffRole.Manager, $"service:{Apostille}", Licence);
        Assert.StartsWith($"По запросу «{Licence}» ничего не найдено", outside.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s.-.1403024")]
    [InlineData("c.-.1403024")]
    [InlineData("i.-.1403024.el")]
    [InlineData("w.-.1403024")]
    [InlineData("r.-.1403024")]
    [InlineData("v.-.elicense")]
    [InlineData("o.astana")]
    [InlineData("l.astana")]
    [InlineData("p.astana")]
    [InlineData("s.astana.3102008")]
    [InlineData("v.astana.egov")]
    public async Task A_forged_button_shows_nothing_outside_a_scope_of_services(string press)
    {
        await using var desk = await RatedAsync();
        Assert.Equal(Refused, (await desk.ScoresAsync(StaffRole.Manager, $"service:{Apostille}", press: press)).Text);
    }

    [Theory]
    [InlineData("o.-")]
    [InlineData("o.shymkent")]
    [InlineData("s.-.3102008")]
    [InlineData("s.shymkent.3102008")]
    [InlineData("r.-.3102008")]
    [InlineData("r.astana.3102008")]
    [InlineData("v.-.egov")]
    public async Task A_forged_button_shows_nothing_outside_a_scope_of_a_region(string press)
    {
        await using var desk = await RatedAsync();
        Assert.Equal(Refused, (await desk.ScoresAsync(StaffRole.Manager, "region:astana", press: press)).Text);
    }

    [Fact]
    public async Task A_scope_of_a_region_counts_its_responses_alone()
    {
        await using var desk = await RatedAsync();
        var overview = await desk.ScoresAsync(StaffRole.Manager, "region:astana");
        Assert.Contains("город Астана · За всё время · По методике, опрос в чате\nУслуг с ответами: 2 из 39; Респондентов: 61\n", overview.Text, StringComparison.Ordinal);

        var service = await desk.ScoresAsync(StaffRole.Manager, "region:astana", Licence);
        Assert.Contains("Только регион: город Астана · За всё время\n\nСредний балл: 5,00 (", service.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Data(service), data => data.StartsWith("c.scores.r", StringComparison.Ordinal));
        Assert.Contains("n\u00a0=\u00a031", (await desk.ScoresAsync(StaffRole.Manager, "region:astana", press: "v.astana.egov")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_of_a_provider_holds_its_services_and_its_own_score()
    {
        await using var desk = await RatedAsync();
        Assert.Contains("Среднее по услугам: 5,00", (await desk.ScoresAsync(StaffRole.Manager, "provider:egov", press: "v.-.egov")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Апостиль", (await desk.ScoresAsync(StaffRole.Manager, "provider:egov", press: $"s.-.{Apostille}")).Text, StringComparison.Ordinal);
        Assert.Equal(Refused, (await desk.ScoresAsync(StaffRole.Manager, "provider:egov", press: $"s.-.{Licence}")).Text);
        Assert.Equal(Refused, (await desk.ScoresAsync(StaffRole.Manager, "provider:egov", press: "v.-.gov-corporation")).Text);
    }

    [Fact]
    public async Task Grants_add_up_and_each_place_is_a_button_away()
    {
        await using var desk = await RatedAsync();
        var card = await desk.ScoresAsync(StaffRole.Manager, $"service:{Apostille},region:astana,region:shymkent");
        Assert.Equal(["c.scores.l.-", "c.scores.o.-~7", "c.scores.o.-~30", "c.scores.o.-~91", "c.scores.o.-~365", "c.scores.go.-", "c.subscriptions.a.o.-", "c.scores.o.astana", "c.scores.o.shymkent"], Data(card));
        Assert.StartsWith("Лицензия", (await desk.ScoresAsync(StaffRole.Manager, $"service:{Apostille},region:shymkent", Licence)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_a_cell_under_the_minimum_and_a_manager_does_not()
    {
        await using var desk = await RatedAsync();
        await desk.RateAsync("903002", "electronic", "abai", 4);

        Assert.Contains("Слишком мало ответов для публикации", (await desk.ScoresAsync(StaffRole.Manager, "", "903002")).Text, StringComparison.Ordinal);
        var card = await desk.ScoresAsync(StaffRole.Administrator, "", "903002");
        Assert.Contains("Средний балл: 5,00 (", card.Text, StringComparison.Ordinal);
        Assert.Contains("Ответов мало: это видят только администраторы", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(StaffRole.Coordinator), "")]
    [InlineData(nameof(StaffRole.Manager), "service:of-yesterday")]
    public async Task Who_has_no_scores_to_see_is_told_so(string roleName, string scope)
    {
        await using var desk = await RatedAsync();
        var role = Enum.Parse<StaffRole>(roleName);
        Assert.Equal(Refused, (await desk.ScoresAsync(role, scope)).Text);
        Assert.Equal(Refused, (await desk.ScoresAsync(role, scope, press: $"s.-.{Licence}")).Text);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_so()
    {
        await using var desk = await StaffDesk.OpenAsync();
        Assert.Equal(Refused, await desk.CommandAsync("scores", ""));
    }

    [Theory]
    [InlineData("o.-", "overview")]
    [InlineData("s.-.1403024", "service-1403024")]
    [InlineData("c.-.1403024", "criteria-1403024")]
    [InlineData("i.-.1403024.el", "items-1403024")]
    [InlineData("w.-.1403024", "providers-1403024")]
    [InlineData("r.-.1403024", "regions-1403024")]
    [InlineData("v.-.elicense", "provider-elicense")]
    public async Task The_picture_of_a_view_comes_beside_its_card(string view, string name)
    {
        await using var desk = await RatedAsync();
        var shown = await desk.ScoresResultAsync(StaffRole.Manager, "", press: view);
        Assert.Null(shown.Attachment);
        var button = shown.Card!.Rows.SelectMany(row => row).Single(b => b.Text == "Картинка");
        Assert.Equal("c.scores.g" + view, button.Data);
        var sent = await desk.ScoresResultAsync(StaffRole.Manager, "", press: "g" + view);
        Assert.Equal(shown.Card.Text, sent.Card!.Text);
        Assert.Equal($"scores-{name}.png", sent.Attachment!.FileName);
    }

    [Theory]
    [InlineData("service:3102008", "gs.-.1403024")]
    [InlineData("service:3102008", "gc.-.1403024")]
    [InlineData("service:3102008", "gi.-.1403024.el")]
    [InlineData("service:3102008", "gw.-.1403024")]
    [InlineData("service:3102008", "gr.-.1403024")]
    [InlineData("service:3102008", "gv.-.elicense")]
    [InlineData("service:3102008", "go.astana")]
    [InlineData("region:astana", "gs.shymkent.1403024")]
    [InlineData("region:astana", "gr.-.1403024")]
    [InlineData("region:astana", "go.-")]
    public async Task A_forged_button_brings_no_picture_from_outside_the_scope(string scope, string press)
    {
        await using var desk = await RatedAsync();
        var result = await desk.ScoresResultAsync(StaffRole.Manager, scope, press: press);
        Assert.Equal((Refused, null), (result.Card!.Text, result.Attachment));
    }

    [Theory]
    [InlineData("")]
    [InlineData("g")]
    [InlineData("g.-")]
    [InlineData("gi.-.3102008.paper.more")]
    [InlineData("...")]
    [InlineData("s")]
    [InlineData("s.-")]
    [InlineData("i.-.3102008.paper.more")]
    [InlineData("l.-.-1")]
    [InlineData("l.-.99999999999999999999")]
    [InlineData("x.y.z")]
    [InlineData("s.unknown.3102008")]
    [InlineData("s.-.'; DROP TABLE Scores; --")]
    public async Task Whatever_a_button_says_the_answer_is_a_card(string press)
    {
        await using var desk = await RatedAsync();
        Assert.InRange((await desk.ScoresAsync(StaffRole.Administrator, "", press: press)).Text.Length, 1, CardLimits.Text);
    }

    private static IEnumerable<string> Data(Card card) => card.Rows.SelectMany(row => row).Select(button => button.Data);

    private static async Task<StaffDesk> RatedAsync()
    {
        var desk = await StaffDesk.OpenAsync();
        await desk.RateAsync(Licence, "electronic", "astana", 30);
        await desk.RateAsync(Licence, "electronic", "shymkent", 10, rating: 4);
        await desk.RateAsync(Apostille, "electronic", "astana", 31);
        return desk;
    }
}
