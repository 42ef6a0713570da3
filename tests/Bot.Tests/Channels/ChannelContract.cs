using Bot.Channels;
using Bot.Conversations;
using Bot.Invitations;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Channels;

/// <summary>What people may rely on, whatever the channel. A new channel brings its <see cref="ContractPerson"/> and inherits every test.</summary>
public abstract class ChannelContract
{
    private const string Link = "svc_2602001_e_astana";

    private protected abstract string Channel { get; }

    private string Elsewhere => Channel == ChannelNames.Web ? ChannelNames.Telegram : ChannelNames.Web;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_survey_begins_with_the_language_and_is_counted_once_at_its_end()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(Link);
        Assert.Contains("Тілді таңдаңыз", person.Text, StringComparison.Ordinal);
        Assert.Equal(["Қазақша", "Русский"], person.Buttons.Select(b => b.Label));
        await person.TapAsync("Русский");
        Assert.Contains("Вы согласны?", person.Text, StringComparison.Ordinal);
        await person.TapAsync("Даю согласие");
        await person.TapAsync("Услуга получена полностью");
        await person.RateAsync("4");
        await person.TapAsync("Отправить");
        Assert.Contains("Спасибо! Ваша оценка принята.", person.Text, StringComparison.Ordinal);
        await person.RepeatAsync();

        await using var db = person.Host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((ResponseStatus.Submitted, Channel, "open", "ru"), (response.Status, response.SurveyChannel, response.Source, response.Language));
        Assert.Contains($"channel={Channel}", response.CountedAs, StringComparison.Ordinal);
        Assert.True(await db.Answers.CountAsync(a => a.Value == 4, Stop) >= 9);
    }

    [Fact]
    public async Task What_arrives_twice_counts_once()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.TapAsync("5");
        var asked = Question(person);
        await person.RepeatAsync();
        Assert.Equal(asked, Question(person));
    }

    [Fact]
    public async Task A_button_of_an_older_card_changes_nothing_and_says_so()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        var old = person.Button("1");
        await person.TapAsync("5");
        var asked = Question(person);
        await person.PressAsync(old);
        Assert.Contains("Эта кнопка устарела", person.Text, StringComparison.Ordinal);
        Assert.Equal(asked, Question(person));
        await person.TapAsync("5");
        Assert.NotEqual(asked, Question(person));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("Назад")]
    [InlineData("Қазақша")]
    public async Task Whoever_presses_twice_is_not_told_off(string label)
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.TapAsync("5");
        var button = person.Button(label);
        await person.PressAsync(button);
        var shown = person.Text;
        await person.PressAsync(button);
        Assert.Equal(shown, person.Text);
    }

    [Fact]
    public async Task Who_has_withdrawn_by_mistake_goes_back_and_is_counted()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        await person.OpenAsync(token);
        foreach (var label in (string[])["Русский", "Даю согласие", "Заявление отозвано"])
            await person.TapAsync(label);
        Assert.Contains("оценка не ставится", person.Text, StringComparison.Ordinal);
        Assert.Equal(ResponseStatus.Withdrawn, await StatusAsync(person.Host));
        await person.OpenAsync(token);
        Assert.Contains("оценка не ставится", person.Text, StringComparison.Ordinal);
        await person.TapAsync("Назад");
        Assert.Equal(ResponseStatus.Open, await StatusAsync(person.Host));
        await person.TapAsync("Услуга получена полностью");
        await person.RateAsync("4");
        await person.TapAsync("Отправить");
        Assert.Equal(ResponseStatus.Submitted, await StatusAsync(person.Host));
        await using var db = person.Host.Open();
        Assert.NotNull((await db.Invitations.SingleAsync(Stop)).CompletedAt);
    }

    [Fact]
    public async Task Who_has_withdrawn_by_mistake_goes_back_where_a_link_is_for_anybody()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(Link);
        foreach (var label in (string[])["Русский", "Даю согласие", "Заявление отозвано"])
            await person.TapAsync(label);
        Assert.Contains("оценка не ставится", person.Text, StringComparison.Ordinal);
        var back = person.Button("Назад");
        await person.PressAsync(back);
        var asked = Question(person);
        await person.PressAsync(back);
        Assert.Equal(asked, Question(person));
        await person.TapAsync("Услуга получена полностью");
        Assert.Equal(ResponseStatus.Open, await StatusAsync(person.Host));
    }

    [Fact]
    public async Task Who_has_withdrawn_elsewhere_by_mistake_goes_back_here()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        var elsewhere = new Talk(person.Host, "elsewhere", Elsewhere);
        await elsewhere.TypeAsync("/start " + token);
        foreach (var label in (string[])["Русский", "Даю согласие", "Заявление отозвано"])
            await elsewhere.TapAsync(label);
        await person.OpenAsync(token);
        await person.TapAsync("Назад");
        await person.TapAsync("Услуга получена полностью");
        Assert.Equal(ResponseStatus.Open, await StatusAsync(person.Host));
    }

    [Fact]
    public async Task A_button_that_no_card_has_changes_nothing()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        var asked = Question(person);
        var button = person.Buttons[0];
        foreach (var data in (string[])["c.scores", "c.staff", "c.nothing", "x", "a.1.1.info_clear.5"])
            await person.PressAsync(button with { Data = data });
        Assert.Equal(asked, Question(person));
    }

    [Fact]
    public async Task Back_shows_the_question_before()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        var first = Question(person);
        await person.TapAsync("5");
        Assert.NotEqual(first, Question(person));
        await person.TapAsync("Назад");
        Assert.Equal(first, Question(person));
    }

    [Fact]
    public async Task The_language_changes_in_the_middle()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.TapAsync("Қазақша");
        Assert.Contains("Бұл Сіздің жағдайыңызда қаншалықты дұрыс?", person.Text, StringComparison.Ordinal);
        await person.TapAsync("Русский");
        Assert.Contains("Насколько это верно в Вашем случае?", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_found_by_typed_words()
    {
        await using var person = await ArriveAsync();
        await person.ComeAsync();
        await person.TapAsync("Русский");
        await person.TapAsync("Даю согласие");
        Assert.Contains("Какую услугу", person.Text, StringComparison.Ordinal);
        await person.TypeAsync("апостиль судебных документов");
        Assert.Contains("Апостиль судебных документов", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_begun_elsewhere_goes_on_here()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        var elsewhere = await new Talk(person.Host, "elsewhere", Elsewhere).BeginAsync("/start " + token);
        await elsewhere.RateAsync("5", only: 2);
        await person.OpenAsync(token);
        Assert.Contains("Это Вы?", person.Text, StringComparison.Ordinal);
        await person.TapAsync("Продолжить");
        await person.RateAsync("4");
        await person.TapAsync("Отправить");
        await using var db = person.Host.Open();
        Assert.Equal(ResponseStatus.Submitted, (await db.Responses.SingleAsync(Stop)).Status);
        Assert.Equal(2, await db.Answers.CountAsync(a => a.Value == 5, Stop));
    }

    [Fact]
    public async Task Who_refuses_consent_leaves_nothing_and_may_come_again()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        await person.OpenAsync(token);
        await person.TapAsync("Русский");
        await person.TapAsync("Не даю согласия");
        Assert.Contains("ответы не сохраняются", person.Text, StringComparison.Ordinal);
        await using var db = person.Host.Open();
        Assert.False(await db.Responses.AnyAsync(Stop));
        Assert.Null((await db.Invitations.SingleAsync(Stop)).ResponseId);
        await person.OpenAsync(token);
        if (person.Buttons.Any(b => b.Label == "Русский"))
            await person.TapAsync("Русский");
        Assert.Contains("Вы согласны?", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_refused_by_mistake_goes_back_to_the_same_invitation()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(await InviteAsync(person.Host));
        await person.TapAsync("Русский");
        await person.TapAsync("Не даю согласия");
        // A page has its first card below what it says.
        var back = person.Buttons.Single(b => b.Label is "Вернуться к опросу" or "Русский");
        await person.PressAsync(back);
        await person.PressAsync(back);
        Assert.Contains("Вы согласны?", person.Text, StringComparison.Ordinal);
        await person.TapAsync("Даю согласие");
        await person.TapAsync("Услуга получена полностью");
        await using var db = person.Host.Open();
        var invitation = await db.Invitations.SingleAsync(Stop);
        Assert.Equal((await db.Responses.SingleAsync(Stop)).Id, invitation.ResponseId);
        Assert.Null(invitation.RefusedAt);
    }

    [Fact]
    public async Task All_that_is_known_is_erased_on_request()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.TapAsync("5");
        await person.AskToForgetAsync();
        await person.TapAsync("Да, стереть");
        Assert.Contains("Ваши данные стерты", person.Text, StringComparison.Ordinal);
        await using var db = person.Host.Open();
        Assert.False(await db.Responses.AnyAsync(Stop) || await db.Conversations.AnyAsync(Stop) || await db.Contacts.AnyAsync(Stop));
    }

    [Fact]
    public async Task It_is_known_under_its_name()
    {
        await using var person = await ArriveAsync();
        Assert.Single(person.Host.Services.GetServices<IChannel>(), c => c.Name == Channel);
        Assert.Contains(Channel, ChannelNames.All);
    }

    private protected abstract Task<ContractPerson> ArriveAsync();

    private static async Task<string> InviteAsync(BotHost host) => (await host.Get<ReceiptDesk>().TakeAsync(
        [new Receipt("r-1", "2602001", "electronic", "astana", "egov_web", null, host.Get<TimeProvider>().GetUtcNow())], apiKeyId: null, Stop))[0].Invitation.Token;

    private static async Task<ResponseStatus> StatusAsync(BotHost host)
    {
        await using var db = host.Open();
        return (await db.Responses.SingleAsync(Stop)).Status;
    }

    // The line that tells how far the survey is.
    private static string Question(ContractPerson person) =>
        person.Text.Split('\n').First(line => line.Contains("Вопрос ", StringComparison.Ordinal) && line.Contains(" из ", StringComparison.Ordinal));
}
