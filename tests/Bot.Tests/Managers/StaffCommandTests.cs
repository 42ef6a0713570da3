using System.Text;
using System.Text.RegularExpressions;
using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Managers;

public sealed class StaffCommandTests
{
    private const string Refused = "У Вас нет доступа к этому разделу.";
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_shows_roles_scopes_and_days_and_nobodys_identity()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await SignedInAsync(host, StaffRole.Manager, "region:astana", "9002");
        await SignedInAsync(host, StaffRole.Manager, "service:1403024,service:3102008,provider:egov,region:astana,region:abai", "9003");
        await talk.TypeAsync("/staff");
        Assert.Equal(
            """
            Сотрудники: 3

            1. администратор · все · с 25 ноября 2026 г. · это Вы
            2. менеджер · город Астана · с 25 ноября 2026 г.
            3. менеджер · Лицензия на импорт РЭС и ВЧУ, Апостиль судебных документов, Портал eGov и еще 2 · с 25 ноября 2026 г.
            """,
            Spaced(talk.Card.Text));
        Assert.Equal(["Создать код", "1", "2", "3"], Labels(talk.Card));
        await talk.TapAsync("3");
        Assert.Contains("Доступные данные: Лицензия на импорт РЭС и ВЧУ, Апостиль судебных документов, Портал eGov, Область Абай, город Астана", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_kazakh_too()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator, language: "Қазақша");
        await talk.TypeAsync("/staff");
        Assert.Equal("Қызметкерлер: 1\n\n1. әкімші · барлығы · кірген күні: 2026 ж. 25 қараша · бұл Сіз", Spaced(talk.Card.Text));
        await talk.TapAsync("Код жасау");
        await talk.TapAsync("менеджер");
        await talk.TapAsync("Өңірлер");
        await talk.TapAsync("Астана қаласы");
        await talk.TapAsync("Дайын");
        Assert.StartsWith("Жаңа код. Рөлі: менеджер.\nҚолжетімді дерек: Астана қаласы\n", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Код жасау");
        Assert.Matches("^Код: STAFF-[0-9A-Z]{10}\nРөлі: менеджер. Қолжетімді дерек: Астана қаласы.\n\nКод 15 минут және тек бір рет жарамды.", talk.Card.Text);
    }

    [Fact]
    public async Task A_code_for_several_services_providers_and_regions_is_put_together_by_buttons_and_words_and_signs_in_on_the_web_chat()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.TypeAsync("/staff");
        await talk.TapAsync("Создать код");
        Assert.Equal(["менеджер", "координатор", "администратор", "« Сотрудники"], Labels(talk.Card));
        await talk.TapAsync("менеджер");
        Assert.Equal(["Создать код на все данные", "Услуги", "Услугодатели", "Регионы", "« Сотрудники"], Labels(talk.Card));
        await talk.TapAsync("Регионы");
        Assert.Contains("город Астана", Labels(talk.Card));
        await talk.TapAsync("город Шымкент");
        Assert.Contains("✓ город Шымкент", Labels(talk.Card));
        await talk.TypeAsync("/staff апостиль");
        await talk.TapAsync("Апостиль судебных документов");
        await talk.TypeAsync("/staff egov");
        await talk.TapAsync("Портал eGov");
        await talk.TypeAsync("/staff астана");
        await talk.TapAsync("город Астана");
        await talk.TapAsync("город Астана"); // Taken away again.
        await talk.TapAsync("Готово");
        Assert.Contains("Доступные данные: Апостиль судебных документов, Портал eGov, город Шымкент", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Создать код");

        var person = new Talk(host, "browser", ChannelNames.Web);
        await person.TypeAsync(CodeOn(talk.Card));
        Assert.Equal("Вы вошли как сотрудник. Роль: менеджер. Доступные данные: Апостиль судебных документов, Портал eGov, город Шымкент.", person.Card.Text);
        Assert.Equal(["staff.code Manager service:3102008,provider:egov,region:shymkent", "staff.signin Manager service:3102008,provider:egov,region:shymkent"], await GrantsAsync(host));
    }

    [Theory]
    [InlineData("координатор", "Coordinator")]
    [InlineData("администратор", "Administrator")]
    public async Task Other_roles_have_no_scope_to_choose(string role, string granted)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.PressAsync("c.staff.n", talk.CardRef);
        await talk.TapAsync(role);
        Assert.Equal(["Создать код", "« Сотрудники"], Labels(talk.Card));
        var draft = talk.Data("Создать код").Split('.')[^1];
        await talk.PressAsync($"c.staff.ag.{draft}.astana", talk.CardRef);
        await talk.PressAsync($"c.staff.k.{draft}", talk.CardRef);
        Assert.Equal([$"staff.code {granted}"], await GrantsAsync(host));
    }

    [Fact]
    public async Task A_double_tap_makes_one_code_and_leaves_it_on_the_screen()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.PressAsync("c.staff.r.manager", talk.CardRef);
        await talk.TapAsync("Регионы");
        var (add, card) = (talk.Data("город Астана"), talk.CardRef);
        await Task.WhenAll(talk.PressAsync(add, card), talk.PressAsync(add, card));
        await talk.TapAsync("Готово");
        var make = talk.Data("Создать код");
        await talk.PressAsync(make, card);
        var code = CodeOn(talk.Card);
        await talk.PressAsync(make, card);
        Assert.Equal(code, CodeOn(talk.Card));
        Assert.Equal(["staff.code Manager region:astana"], await GrantsAsync(host));

        await new Talk(host, "9002").TypeAsync(code);
        await talk.PressAsync(make, card);
        Assert.StartsWith("Этот код уже использован или устарел.", talk.Card.Text, StringComparison.Ordinal);
        await new Talk(host, "9003").TypeAsync(code);
        Assert.Equal(2, await MembersAsync(host));
    }

    [Fact]
    public async Task A_code_is_too_old_after_fifteen_minutes_however_often_it_is_asked_for()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.PressAsync("c.staff.r.administrator", talk.CardRef);
        var make = talk.Data("Создать код");
        await talk.PressAsync(make, talk.CardRef);
        _clock.Advance(StaffCode.Term);
        await talk.PressAsync(make, talk.CardRef);
        Assert.StartsWith("Этот код уже использован или устарел.", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buttons_of_an_earlier_grant_change_nothing()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        await talk.PressAsync("c.staff.r.administrator", talk.CardRef);
        var old = talk.Data("Создать код");
        await talk.PressAsync("c.staff.r.manager", talk.CardRef);
        await talk.PressAsync(old, talk.CardRef);
        Assert.StartsWith("Сотрудники: 1", talk.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await GrantsAsync(host));
    }

    [Fact]
    public async Task Rights_are_taken_away_after_a_question_and_at_once()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        var manager = await SignedInAsync(host, StaffRole.Manager, "region:astana", "9002");
        await talk.TypeAsync("/staff");
        await talk.TapAsync("2");
        await talk.TapAsync("Отозвать доступ");
        Assert.EndsWith("Отозвать доступ? Вернуть его можно новым кодом.", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal(2, await MembersAsync(host));
        var (yes, card) = (talk.Data("Да, отозвать"), talk.CardRef);
        await talk.PressAsync(yes, card);
        await talk.PressAsync(yes, card);
        Assert.StartsWith("Сотрудники: 1", talk.Card.Text, StringComparison.Ordinal);
        Assert.Single(await GrantsAsync(host), entry => entry.StartsWith("staff.revoke", StringComparison.Ordinal));
        Assert.Equal(Refused, (await manager.TypeAsync("/scores")).Card.Text);
    }

    [Fact]
    public async Task The_last_administrator_is_told_the_way_back_before_leaving()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        var other = await SignedInAsync(host, StaffRole.Administrator, chat: "9002");
        await talk.TypeAsync("/staff");
        await talk.TapAsync("1");
        await talk.TapAsync("Отозвать доступ");
        Assert.Contains("Это Ваш собственный доступ.", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Отмена");
        await other.TypeAsync("/logout");
        await talk.TapAsync("Отозвать доступ");
        Assert.Contains("staff code --role administrator", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Да, отозвать");
        Assert.Equal("Вы вышли. Чтобы войти снова, нужен новый код.", talk.Card.Text);
        Assert.Equal(0, await MembersAsync(host));
        Assert.Equal(Refused, (await talk.TypeAsync("/staff")).Card.Text);
    }

    [Fact]
    public async Task Nobody_but_administrators_gets_in_by_any_button()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var admin = await SignedInAsync(host, StaffRole.Administrator);
        await admin.PressAsync("c.staff.r.administrator", admin.CardRef);
        var make = admin.Data("Создать код");
        foreach (var (role, chat) in new[] { (StaffRole.Manager, "9002"), (StaffRole.Coordinator, "9003"), ((StaffRole?)null, "9004") })
        {
            var talk = role is { } known ? await SignedInAsync(host, known, chat: chat) : await new Talk(host, chat).TypeAsync("/help");
            Assert.Equal(Refused, (await talk.TypeAsync("/staff")).Card.Text);
            Assert.Equal(Refused, (await talk.TypeAsync("/staff астана")).Card.Text);
            foreach (var data in new[] { make, "c.staff", "c.staff.l.0", "c.staff.n", "c.staff.r.administrator", "c.staff.y.1" })
                Assert.Equal(Refused, (await talk.PressAsync(data, talk.CardRef)).Card.Text);
        }

        Assert.DoesNotContain("staff.code Administrator", await GrantsAsync(host));
    }

    [Theory]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("l.99999999999999999999")]
    [InlineData("m.1")]
    [InlineData("r.king")]
    [InlineData("r.7")]
    [InlineData("ag.1.astana")]
    [InlineData("k.0")]
    public async Task Whatever_a_button_says_the_answer_is_a_card(string data)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await SignedInAsync(host, StaffRole.Administrator);
        Assert.StartsWith("Сотрудники: 1", (await talk.PressAsync("c.staff." + data, talk.CardRef)).Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Every_page_of_every_list_fits_the_limits_of_a_card(string language)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var catalogue = host.Get<ServiceCatalogue>();
        var everything = string.Join(',', ScopeKind.Every.SelectMany(kind => kind.All(catalogue).Select(one => $"{kind.Word}:{one.Id}")));
        foreach (var scope in new[] { "", everything })
        {
            var draft = new StaffDraft(long.MaxValue, StaffRole.Manager, StaffScope.Of(scope.Split(',')));
            foreach (var kind in ScopeKind.Every)
            {
                for (var page = 0; page < 6; page++)
                    Labels(host.Get<StaffScopeCards>().Choose(draft, kind, page, language));
            }

            Labels(host.Get<StaffScopeCards>().Draft(draft, language));
            Labels(host.Get<StaffCards>().Code(draft, "STAFF-0123456789", language));
        }
    }

    private static async Task<Talk> SignedInAsync(BotHost host, StaffRole role, string scope = "", string chat = "9001", string language = "Русский")
    {
        var talk = new Talk(host, chat);
        await talk.TypeAsync("/start");
        await talk.TapAsync(language);
        return await talk.TypeAsync(await host.Get<StaffCodes>().IssueAsync(role, StaffScope.Of(scope.Split(',')), "test", Stop));
    }

    private static string CodeOn(Card card) => Regex.Match(card.Text, "STAFF-[0-9A-Z]{10}").Value;

    private static async Task<int> MembersAsync(BotHost host) => (await host.Get<StaffCodes>().ListAsync(Stop)).Count;

    /// <summary>The audit log of staff, but for what the test itself has arranged.</summary>
    private static async Task<IReadOnlyList<string>> GrantsAsync(BotHost host)
    {
        await using var db = host.Open();
        var entries = await db.AuditEntries.Where(a => a.Action.StartsWith("staff.") && a.Actor != "test").OrderBy(a => a.Id).ToListAsync(Stop);
        return [.. entries.Skip(1).Select(a => $"{a.Action} {a.Subject}")];
    }

    private static string Spaced(string text) => text.Replace('\u00a0', ' ');

    private static IReadOnlyList<string> Labels(Card card)
    {
        var buttons = card.Rows.SelectMany(row => row).ToList();
        Assert.InRange(card.Text.Length, 1, CardLimits.Text);
        Assert.All(buttons, b => Assert.InRange(Encoding.UTF8.GetByteCount(b.Data), 1, CardLimits.ButtonData));
        Assert.All(buttons, b => Assert.InRange(b.Text.Length, 1, CardLimits.ButtonText));
        return [.. buttons.Select(b => b.Text)];
    }
}
