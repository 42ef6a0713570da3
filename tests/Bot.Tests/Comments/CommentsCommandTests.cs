using Bot.Conversations;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Comments;

public sealed class CommentsCommandTests
{
    private static readonly string[] Mixed =
    [
        "Очень долго ждал, звоните 8 701 123-45-67", "Сайт не работает, мой ИИН 850101300123", "Погода сегодня не очень", "кезек узак болды, сайт катып калды",
        "Намекали на взятку", "Мой ребёнок ждал час", "У меня диабет, долго стоять не могу",
    ];

    [Fact]
    public async Task A_manager_gets_from_the_score_of_a_service_to_its_comments_masked_and_in_their_own_language()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 12, Mixed);
        var talk = await desk.SignInAsync($"service:{CommentDesk.Apostille}");
        await talk.TypeAsync("/scores апостиль");
        await talk.TapAsync("Комментарии");
        Assert.Equal(
            """
            Апостиль судебных документов
            Комментарии

            3 комментария
            • Доступность и удобство: 2
            • Сроки: 2

            О другом: 1
            """, CommentDesk.Text(talk));

        await talk.TapAsync("Сроки");
        Assert.Equal(
            """
            Апостиль судебных документов
            Комментарии
            Сроки

            5 марта 2026 г. · Қазақша · Доступность и удобство · Сроки
            кезек узак болды, сайт катып калды

            2 марта 2026 г. · Русский · Сроки
            Очень долго ждал, звоните •••
            """, CommentDesk.Text(talk));
        await talk.TapAsync("« Назад");
        await talk.TapAsync("О другом");
        Assert.EndsWith("О другом\n\n4 марта 2026 г. · Русский · О другом\nПогода сегодня не очень", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.TapAsync("« Назад");
        await talk.TapAsync("Все темы");
        Assert.DoesNotContain("Погода", CommentDesk.Text(talk), StringComparison.Ordinal);
        Assert.Contains("мой ИИН •••", CommentDesk.Text(talk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Kazakh_everything_but_the_comments_is_Kazakh()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 10, ["Очень долго ждал"]);
        var talk = await desk.SignInAsync(language: "kk");
        await talk.TypeAsync("/comments апостиль");
        Assert.EndsWith("Пікірлер\n\n1 пікір\n• Мерзім: 1", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.TapAsync("Мерзім");
        Assert.EndsWith("Мерзім\n\n2026 ж. 2 наурыз · Русский · Мерзім\nОчень долго ждал", CommentDesk.Text(talk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_are_filtered_by_form_and_turned_page_by_page_the_newest_first()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 12, [.. Enumerable.Range(1, 12).Select(i => $"долго ждал {i} раз")]);
        await desk.ImportAsync("astana", 10, ["кабинет далеко"], form: "paper");
        var talk = await desk.SignInAsync();
        await talk.TypeAsync("/comments " + CommentDesk.Apostille);
        Assert.Contains("13 комментариев", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.TapAsync("Бумажная");
        Assert.Contains("Комментарии · Бумажная\n\n1 комментарий\n", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.TapAsync("Электронная");
        await talk.TapAsync("Сроки");
        Assert.Contains("Страница 1 из 3\n\n13 марта 2026 г. · Русский · Сроки\nдолго ждал 12 раз", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.TapAsync("→");
        await talk.TapAsync("→");
        Assert.EndsWith("долго ждал 1 раз", CommentDesk.Text(talk), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => talk.Data("→"));
    }

    [Theory]
    [InlineData(nameof(StaffRole.Manager))]
    [InlineData(nameof(StaffRole.Administrator))]
    public async Task A_cell_under_ten_shows_no_comment_to_anybody(string role)
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 9, ["Очень долго ждал"]);
        await desk.ImportAsync("astana", 30, ["Сайт не работает"], service: "1403024");
        await desk.ImportAsync("astana", 9, ["кабинет далеко"], form: "paper", service: CommentDesk.Apostille);
        var talk = await desk.SignInAsync(role: Enum.Parse<StaffRole>(role));
        var seen = await CommentDesk.EverythingAsync(talk);
        Assert.Contains(seen, text => text.Contains("Сайт не работает", StringComparison.Ordinal));
        await talk.TypeAsync("/comments " + CommentDesk.Apostille);
        Assert.EndsWith("0 комментариев\n\nТам, где ответили меньше 10 человек, комментарии скрыты.", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.PressAsync($"c.comments.l.-.{CommentDesk.Apostille}.0.-.0", talk.CardRef);
        Assert.DoesNotContain("ждал", string.Join('\n', [.. seen, CommentDesk.Text(talk)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_region_cannot_be_had_by_taking_a_large_one_from_the_whole()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 40, ["Очень долго ждал"]);
        await desk.ImportAsync("shymkent", 15, ["Срок нарушен"]);
        await desk.ImportAsync("abai", 3, ["Ждал неделю"]);
        var administrator = await desk.SignInAsync(role: StaffRole.Administrator);
        async Task<string> LookAsync(string region) => (await administrator.PressAsync($"c.comments.l.{region}.{CommentDesk.Apostille}.-.-.0", administrator.CardRef)).Card.Text;

        Assert.Contains("Ждал неделю", await LookAsync("-"), StringComparison.Ordinal);
        Assert.Contains("Очень долго ждал", await LookAsync("astana"), StringComparison.Ordinal);
        Assert.DoesNotContain("Срок нарушен", await LookAsync("shymkent"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ждал неделю", await LookAsync("abai"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_of_a_region_reads_its_comments_alone_whatever_the_button_says()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 20, ["Очень долго ждал в Астане"]);
        await desk.ImportAsync("shymkent", 20, ["Срок нарушен в Шымкенте"]);
        var talk = await desk.SignInAsync("region:astana");
        var seen = string.Join('\n', await CommentDesk.EverythingAsync(talk));
        Assert.Contains("Очень долго ждал в Астане", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Шымкенте", seen, StringComparison.Ordinal);
        foreach (var forged in (string[])["b.-", "l.-", "b.shymkent", "l.shymkent", "o.-.0", "o.shymkent"])
        {
            await talk.PressAsync(forged[0] == 'o' ? $"c.comments.{forged}" : $"c.comments.{forged}.{CommentDesk.Apostille}.-.-.0", talk.CardRef);
            Assert.Equal(CommentDesk.Refused, CommentDesk.Text(talk));
        }
    }

    [Fact]
    public async Task A_manager_of_a_service_does_not_read_the_comments_to_another()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 20, ["Очень долго ждал"]);
        var talk = await desk.SignInAsync("service:1403024");
        await talk.PressAsync($"c.comments.l.-.{CommentDesk.Apostille}.-.-.0", talk.CardRef);
        Assert.Equal(CommentDesk.Refused, CommentDesk.Text(talk));
        await talk.TypeAsync("/comments " + CommentDesk.Apostille);
        Assert.StartsWith("По запросу", CommentDesk.Text(talk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_reads_what_lies_in_its_zone_and_never_what_is_about_something_else()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 20, ["Сайт не работает", "Срок нарушен", "Погода сегодня не очень", "Сайт завис и срок прошел"]);
        var talk = await desk.SignInAsync("provider:egov");
        var seen = string.Join('\n', await CommentDesk.EverythingAsync(talk));
        Assert.Contains("2 комментария\n• Доступность и удобство: 2", seen, StringComparison.Ordinal);
        Assert.Contains("Русский · Доступность и удобство\nСайт завис и срок прошел", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Срок нарушен", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Погода", seen, StringComparison.Ordinal);
        await talk.PressAsync($"c.comments.l.-.{CommentDesk.Apostille}.-.o.0", talk.CardRef);
        Assert.DoesNotContain("Погода", CommentDesk.Text(talk), StringComparison.Ordinal);
        await talk.PressAsync($"c.comments.l.-.{CommentDesk.Apostille}.0.4.0", talk.CardRef);
        Assert.DoesNotContain("Срок нарушен", CommentDesk.Text(talk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sensitive_comment_stands_in_no_ordinary_view()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 20, Mixed);
        var seen = string.Join('\n', await CommentDesk.EverythingAsync(await desk.SignInAsync(role: StaffRole.Administrator)));
        foreach (var word in (string[])["взятк", "ребёнок", "диабет"])
            Assert.DoesNotContain(word, seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("l.-")]
    [InlineData("l.-.3102008.9.9.9")]
    [InlineData("l.-.3102008.-.-.99999999999")]
    [InlineData("l.-.3102008.x.y.-1")]
    [InlineData("b.unknown.3102008")]
    [InlineData("o.-.77")]
    [InlineData("b.-.'; DROP TABLE Comments; --")]
    public async Task Whatever_a_button_says_the_answer_is_a_card(string arguments)
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 20, ["Срок нарушен"]);
        var talk = await desk.SignInAsync(role: StaffRole.Administrator);
        await talk.PressAsync("c.comments." + arguments, talk.CardRef);
        Assert.NotEqual("", CommentDesk.Text(talk));
    }

    [Theory]
    [InlineData("/comments")]
    [InlineData("/sensitive")]
    public async Task Who_is_not_signed_in_or_a_coordinator_is_refused(string command)
    {
        await using var desk = await CommentDesk.OpenAsync();
        Assert.Equal(CommentDesk.Refused, (await (await desk.SignInAsync(role: StaffRole.Coordinator)).TypeAsync(command)).Card.Text);
        Assert.Equal(CommentDesk.Refused, (await new Talk(desk.Host).TypeAsync(command)).Card.Text);
    }

    [Fact]
    public async Task Every_look_is_in_the_audit_log_without_a_word_of_the_comments()
    {
        await using var desk = await CommentDesk.OpenAsync();
        await desk.ImportAsync("astana", 20, ["Срок нарушен"]);
        var talk = await desk.SignInAsync("region:astana");
        await talk.TypeAsync("/comments " + CommentDesk.Apostille);
        await talk.TapAsync("Сроки");
        Assert.Equal(Enumerable.Repeat($"comments.view service:{CommentDesk.Apostille},region:astana", 2), await desk.AuditAsync("comments."));
    }
}
