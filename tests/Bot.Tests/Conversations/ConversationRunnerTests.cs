using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Survey.Scoring;
using Bot.Tests.Scores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Conversations;

public sealed class ConversationRunnerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_update_changes_nothing_and_gives_the_current_card_in_its_place()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var (data, cardRef) = (talk.Data("4"), talk.CardRef);
        await talk.PressAsync(data, cardRef, "u1");
        var after = talk.Card;
        await talk.PressAsync(data, cardRef, "u1");
        Assert.Equal(after.Text, talk.Card.Text.Replace("Эта кнопка устарела. Ответьте на последний вопрос.\n\n", "", StringComparison.Ordinal));
        Assert.Equal(cardRef, talk.Reply.EditRef);
        await talk.TypeAsync("3", "u2");
        var typed = talk.Card.Text;
        await talk.TypeAsync("3", "u2");
        Assert.Equal(typed, talk.Card.Text);
        Assert.Equal(new Dictionary<string, string> { ["info_clear"] = "4", ["bilingual"] = "3", ["outcome"] = "granted" }, await AnswersAsync(host));
    }

    [Fact]
    public async Task Of_two_presses_of_one_card_at_the_same_moment_one_counts()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var runner = host.Get<IConversationRunner>();
        var presses = Enumerable.Range(1, 5).Select(rating => runner.RunAsync(
            new IncomingMessage(talk.Key, Talk.NextUpdate(), new MessagePayload.Press(talk.Data($"{rating}")), "ru", talk.CardRef), Stop));
        var replies = await Task.WhenAll(presses);
        Assert.All(replies, reply => Assert.Contains("Информация представлена на казахском и русском", reply.Card!.Text, StringComparison.Ordinal));
        Assert.Equal(2, (await AnswersAsync(host)).Count);
    }

    [Fact]
    public async Task Conversations_beside_each_other_are_all_saved()
    {
        await using var host = await QuietHost.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => new Talk(host, $"{8000 + i}").SubmitAsync()));
        await using var db = host.Open();
        Assert.Equal(40, await db.Responses.CountAsync(r => r.Status == ResponseStatus.Submitted, Stop));
        Assert.Equal(40 * 9, await db.Answers.CountAsync(a => a.Value == 5, Stop));
        Assert.Equal(40, await db.ScoreDeltas.CountAsync(Stop));
    }

    [Fact]
    public async Task Two_programs_over_one_database_count_every_press_once()
    {
        await using var first = await BotHost.StartAsync();
        await using var second = await BotHost.StartAsync(new BotHostOptions { Folder = first.Folder });
        var talk = await new Talk(first).BeginAsync();
        for (var i = 0; !talk.Card.Text.StartsWith("Проверьте", StringComparison.Ordinal); i++)
        {
            talk.Host = i % 2 == 0 ? second : first; // Each finds the other's work behind its own cache.
            var (data, cardRef) = (talk.Card.Rows[0][^1].Data, talk.CardRef);
            if (talk.Card.Text.Contains("Задавали ли", StringComparison.Ordinal) || talk.Card.Text.Contains("Обращались ли", StringComparison.Ordinal))
                data = talk.Data(talk.Card.Text.Contains("Задавали", StringComparison.Ordinal) ? "Нет" : "Нет, не понадобилось");
            var update = Talk.NextUpdate();
            var other = talk.Host == first ? second : first;
            var redelivered = other.Get<IConversationRunner>().RunAsync(new IncomingMessage(talk.Key, update, new MessagePayload.Press(data), "ru", cardRef), Stop);
            await talk.PressAsync(data, cardRef, update);
            await redelivered;
        }

        await talk.TapAsync("Отправить");
        await using var db = first.Open();
        Assert.Equal(9, await db.Answers.CountAsync(a => a.Value == 5, Stop));
        Assert.Equal(ResponseStatus.Submitted, (await db.Responses.SingleAsync(Stop)).Status);
    }

    [Fact]
    public async Task After_a_crash_between_saving_and_sending_the_redelivered_update_gives_the_current_card()
    {
        var folder = Directory.CreateTempSubdirectory("bot-test-").FullName;
        try
        {
            string data, cardRef, expected;
            await using (var host = await BotHost.StartAsync(new BotHostOptions { Folder = folder }))
            {
                var talk = await new Talk(host).BeginAsync();
                (data, cardRef) = (talk.Data("2"), talk.CardRef!);
                await talk.PressAsync(data, cardRef, "crash");
                expected = talk.Card.Text;
            }

            await using var again = await BotHost.StartAsync(new BotHostOptions { Folder = folder });
            var returned = await new Talk(again).PressAsync(data, cardRef, "crash");
            Assert.EndsWith(expected, returned.Card.Text, StringComparison.Ordinal);
            Assert.Equal("2", (await AnswersAsync(again))["info_clear"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_card_shown_again_below_makes_the_buttons_of_the_older_copy_stale()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        var (data, older) = (talk.Data("1"), talk.CardRef);
        await talk.TypeAsync("что?");
        Assert.Equal(older, talk.Reply.RetireRef);
        await talk.PressAsync(data, older);
        Assert.Single(await AnswersAsync(host));
        await talk.TapAsync("5");
        Assert.Equal("5", (await AnswersAsync(host))["info_clear"]);
    }

    [Fact]
    public async Task Submit_writes_each_answer_once_and_a_change_replaces_what_was_counted()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("Тестовый комментарий");
        await talk.TapAsync("Пропустить все");
        await talk.TapAsync("Изменить ответ");
        await talk.TapAsync("Сроки: 5");
        await talk.TapAsync("2");
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Contains("period_ok=2", response.Counted, StringComparison.Ordinal);
        Assert.Equal(2, (await db.Answers.SingleAsync(a => a.Item == "period_ok", Stop)).Value);
        Assert.Equal("Тестовый комментарий", (await db.Comments.SingleAsync(Stop)).Text);
        await new ScoreDesk(host).FoldAsync();
        var cell = Assert.Single(await new ScoreTallies(db, host.Get<ScoringForms>(), published: false).ReadAsync(null, "astana", Stop)).Value;
        Assert.Equal(new ItemTally(0, 1, 0, 0, 0), cell.Item("period_ok"));
    }

    [Fact]
    public async Task Who_refuses_consent_leaves_nothing_but_the_language()
    {
        await using var host = await BotHost.StartAsync();
        var talk = new Talk(host);
        await talk.TypeAsync("/start");
        await talk.TapAsync("Қазақша");
        await talk.TapAsync("Келіспеймін");
        await using var db = host.Open();
        Assert.Empty(await db.Responses.ToListAsync(Stop));
        Assert.Empty(await db.Contacts.ToListAsync(Stop));
        Assert.Equal("kk", (await db.Conversations.SingleAsync(Stop)).Language);
    }

    [Fact]
    public async Task Forget_takes_contact_answers_and_comments_away_and_the_scores_follow()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).SubmitAsync("3");
        await talk.TapAsync("Пропустить");
        await talk.TypeAsync("Тестовый комментарий");
        await new ScoreDesk(host).FoldAsync();
        await talk.PressAsync("c.forget.yes-1", "1");
        Assert.Contains("Стереть?", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/forget");
        await talk.TapAsync("Да, стереть");
        Assert.Contains("Ваши данные стерты", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/forget");
        await new ScoreDesk(host).FoldAsync();
        await using var db = host.Open();
        Assert.Empty(await db.Contacts.ToListAsync(Stop));
        Assert.Empty(await db.Answers.ToListAsync(Stop));
        Assert.Empty(await db.Comments.ToListAsync(Stop));
        Assert.All(await db.Responses.ToListAsync(Stop), r => Assert.Null(r.RespondentId));
        Assert.Empty(await db.ScoreCells.ToListAsync(Stop));
    }

    [Fact]
    public async Task The_buttons_of_a_command_may_be_typed()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("/forget");
        await talk.TypeAsync("нет");
        Assert.Contains("Ничего не стерто", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/forget");
        await talk.TypeAsync("Да!");
        Assert.Contains("Ваши данные стерты", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/mydata");
        Assert.Contains("Данных о Вас нет", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_service_again_within_30_days_is_asked_about()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("/start svc_2602001_e_astana");
        Assert.Contains("Изменить ту оценку или услуга получена снова?", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Изменить ту оценку");
        await talk.TapAsync("Результат: 5");
        await talk.TapAsync("4");
        await talk.TapAsync("Отправить");
        await using var db = host.Open();
        Assert.Contains("result_ok=4", (await db.Responses.SingleAsync(r => r.Counted != null, Stop)).Counted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/start no-such-token-16c")]
    [InlineData("/start svc_nothing")]
    [InlineData("/start svc_2602001_x_nowhere")]
    [InlineData("/start ✓✓✓")]
    [InlineData("/nothing")]
    [InlineData("c.nothing.x")]
    [InlineData("")]
    public async Task Anything_gives_a_card_that_says_something(string text)
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).TypeAsync(text);
        Assert.NotEmpty(talk.Card.Text);
        Assert.NotEmpty(talk.Card.Rows);
        await talk.PressAsync(text, "1");
        Assert.NotEmpty(talk.Card.Text);
    }

    [Fact]
    public async Task Stop_and_resume_keep_the_answers_and_ask_who_it_is()
    {
        await using var host = await BotHost.StartAsync();
        var talk = await new Talk(host).BeginAsync();
        await talk.TapAsync("4");
        await talk.TypeAsync("/stop");
        Assert.Contains("Опрос остановлен", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("/start");
        Assert.Contains("Это Вы?", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Продолжить");
        Assert.Equal("4", (await AnswersAsync(host))["info_clear"]);
    }

    private static async Task<Dictionary<string, string>> AnswersAsync(BotHost host)
    {
        await using var db = host.Open();
        return new(DialogJson.Read((await db.Responses.SingleAsync(Stop)).State).Answers, StringComparer.Ordinal);
    }
}
