using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Commands;

public sealed class CommandTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Language_changes_the_words_and_keeps_the_answers()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TapAsync("4");
        await talk.TypeAsync("/language kk");
        Assert.Equal("kk", talk.Card.Language);
        await talk.TypeAsync("/language");
        Assert.Contains("Тілді таңдаңыз", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Русский");
        Assert.Contains("на казахском и русском", talk.Card.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await StateAsync(host)).Answers.Count);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/HELP@the_bot now")]
    [InlineData("/whatever")]
    [InlineData("/помощь")]
    public async Task Help_and_anything_unknown_say_what_can_be_done_and_lead_back(string text)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync(text);
        Assert.StartsWith("Бот позволяет оценить", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Оценить услугу");
        Assert.Contains("Это Вы?", talk.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Manager", "Оценки услуг", "Воронка приглашений")]
    [InlineData("Coordinator", "Воронка приглашений", "Оценки услуг")]
    public async Task Help_offers_staff_the_commands_of_their_role_for_a_web_chat_lists_none(string role, string theirs, string others)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/help");
        Assert.DoesNotContain(theirs, Labels(talk));
        await talk.TypeAsync(await host.Get<StaffCodes>().IssueAsync(Enum.Parse<StaffRole>(role), StaffScope.Of([]), "test", Stop));
        await talk.TapAsync("Справка");
        Assert.Contains(theirs, Labels(talk));
        Assert.DoesNotContain(others, Labels(talk));
    }

    private static IEnumerable<string> Labels(Talk talk) => talk.Card.Rows.SelectMany(row => row).Select(button => button.Text);

    [Fact]
    public async Task Stop_without_a_survey_says_so_and_begins_none()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        Assert.StartsWith("Опрос остановлен", (await new Talk(host).TypeAsync("/stop")).Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Empty(await db.Responses.ToListAsync(Stop));
    }

    [Fact]
    public async Task My_data_counts_what_is_stored_and_says_until_when()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).TypeAsync("/mydata");
        Assert.StartsWith("Данных о Вас нет", talk.Card.Text, StringComparison.Ordinal);
        await talk.SubmitAsync();
        await talk.TypeAsync("Тестовый комментарий");
        await talk.TypeAsync("/mydata");
        Assert.Contains("1 заполненный опрос", talk.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Незавершенных опросов: 0\nКомментариев: 1\nАдрес чата: хранится", talk.Card.Text, StringComparison.Ordinal);
        Assert.Contains("25 ноября 2027", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_writes_the_ratings_out_and_doing_it_again_writes_nothing()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("/start svc_2602001_e_astana");
        await talk.TapAsync("Услуга получена снова");
        await talk.TapAsync("Услуга получена полностью");
        await talk.TypeAsync("/forget");
        var (yes, cardRef) = (talk.Data("Да, стереть"), talk.CardRef);
        await talk.PressAsync(yes, cardRef, "f1");
        await talk.PressAsync(yes, cardRef, "f1");
        await talk.PressAsync(yes, cardRef, "f2");
        Assert.StartsWith("Ваши данные стерты", talk.Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        var deltas = await db.ScoreDeltas.OrderBy(d => d.Id).ToListAsync(Stop);
        Assert.Equal([1, -1], deltas.Select(d => d.Sign));
        Assert.Equal(deltas[0].Ratings, deltas[1].Ratings);
        Assert.Equal((0, 0, 0), (await db.Responses.CountAsync(Stop), await db.Conversations.CountAsync(Stop), await db.Contacts.CountAsync(Stop)));
        await talk.TapAsync("Начать");
        Assert.Contains("Тілді таңдаңыз", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_takes_what_another_program_has_in_its_cache_along()
    {
        await using var first = await QuietHost.StartAsync(_clock);
        await using var second = await QuietHost.StartAsync(_clock, first.Folder);
        var talk = await new Talk(first).BeginAsync();
        var (old, cardRef) = (talk.Data("4"), talk.CardRef);
        talk.Host = second;
        await talk.TypeAsync("/forget");
        await talk.TapAsync("Да, стереть");
        talk.Host = first;
        await talk.PressAsync(old, cardRef);
        Assert.Contains("Тілді таңдаңыз", talk.Card.Text, StringComparison.Ordinal);
        await using var db = first.Open();
        Assert.Empty((await StateAsync(first)).Answers);
        Assert.Empty(await db.Contacts.ToListAsync(Stop));
    }

    [Fact]
    public async Task Forget_does_nothing_without_a_yes_and_an_old_yes_asks_again()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("/forget");
        var (yes, cardRef) = (talk.Data("Да, стереть"), talk.CardRef);
        await talk.TapAsync("Нет, оставить");
        Assert.StartsWith("Ничего не стерто", talk.Card.Text, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(16));
        await talk.PressAsync(yes, cardRef);
        Assert.Contains("Стереть?", talk.Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Equal(1, await db.Responses.CountAsync(Stop));
    }

    private static async Task<DialogState> StateAsync(BotHost host)
    {
        await using var db = host.Open();
        return DialogJson.Read((await db.Responses.SingleAsync(Stop)).State);
    }
}
