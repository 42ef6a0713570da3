using System.Text;
using Bot.Campaigns;
using Bot.Conversations;
using Bot.Jobs;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class CampaignsCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(StaffRole.Coordinator), "Ссылки и QR-коды мест|Кампании|Справка", "Ссылки и QR-коды мест|Кампании|Воронка приглашений")]
    [InlineData(nameof(StaffRole.Administrator), "Оценки услуг|Справка", "Оценки услуг|Ссылки и QR-коды мест|Кампании|Воронка приглашений|Сотрудники")]
    public async Task Signing_in_and_help_lead_to_the_work(string role, string first, string all)
    {
        await using var office = await CampaignOffice.OpenAsync();
        var talk = await office.SignInAsync(Enum.Parse<StaffRole>(role));
        Assert.Equal(first.Split('|'), Labels());
        await talk.TapAsync("Справка");
        Assert.Subset(Labels().ToHashSet(StringComparer.Ordinal), all.Split('|').ToHashSet(StringComparer.Ordinal));
        await talk.TapAsync("Кампании");
        Assert.StartsWith("Кампании", talk.Card.Text, StringComparison.Ordinal);

        IEnumerable<string> Labels() => talk.Card.Rows.SelectMany(row => row).Select(button => button.Text);
    }

    [Fact]
    public async Task Who_signs_in_before_choosing_a_language_is_told_of_the_campaign_in_that_of_the_program()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await new Talk(office.Host).TypeAsync(await office.Host.Get<StaffCodes>().IssueAsync(StaffRole.Coordinator, StaffScope.Of([]), "test", Stop));
        await using var db = office.Host.Open();
        Assert.Equal("ru", (await db.Conversations.SingleAsync(Stop)).Language);
    }

    [Fact]
    public async Task A_file_sent_in_the_chat_becomes_a_draft_with_its_reach_and_is_sent_by_two_presses()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.KnowAsync("person-1");
        var talk = await office.SignInAsync();
        var card = await SendAsync(office, talk, CampaignOffice.Good(3, recipients: true));
        Assert.Equal([("Прочитано: 3 из 3", null)], office.Channel.Notes);
        Assert.Contains("Охват: Telegram 1, список для SMS 2. Недавно приглашены: 0, отказались: 0.", card, StringComparison.Ordinal);
        await OpenAsync(office, talk);
        await talk.TapAsync("Отправить приглашения");
        Assert.Contains("Приглашений: 3 (в Telegram – 1, в списке для SMS – 2). Начало: ", talk.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await office.MessagesAsync());
        var (yes, at) = (talk.Data("Отправить приглашения"), talk.CardRef);
        await talk.PressAsync(yes, at);
        await talk.PressAsync(yes, at);
        Assert.Single(await office.MessagesAsync());
        Assert.Contains("Приглашено: 3", talk.Card.Text, StringComparison.Ordinal);

        await ActivatorUtilities.CreateInstance<CampaignJob>(office.Host.Services).ExecuteAsync(Stop);
        await ActivatorUtilities.CreateInstance<CampaignJob>(office.Host.Services).ExecuteAsync(Stop);
        Assert.Equal(2, office.Channel.Notes.Count);
        await using (var db = office.Host.Open())
            await db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(i => i.OpenedAt, office.Clock.GetUtcNow()), Stop);
        await ActivatorUtilities.CreateInstance<CampaignJob>(office.Host.Services).ExecuteAsync(Stop);
        Assert.Equal((3, "note"), (office.Channel.Notes.Count, office.Channel.Notes[^1].NoteRef));
        Assert.Contains("Открыто: 3", office.Channel.Notes[^1].Text, StringComparison.Ordinal);

        await talk.TapAsync("Список ссылок для SMS");
        Assert.Equal(3, Encoding.UTF8.GetString(talk.Reply.Attachment!.Content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await talk.TapAsync("Остановить кампанию");
        await talk.TapAsync("Остановить кампанию");
        Assert.Equal(MessageState.Cancelled, Assert.Single(await office.MessagesAsync()).State);
    }

    [Fact]
    public async Task A_file_with_personal_data_is_answered_with_the_address_of_the_page_and_not_stored()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var talk = await office.SignInAsync();
        Assert.Equal(
            "В файле телефоны, ИИН, адреса почты или имена. Не отправляйте их через Telegram: https://bagala.gov.kz/staff/campaigns. Файл не прочитан.",
            await SendAsync(office, talk, CampaignOffice.File(CampaignOffice.Head, "87011234567,2602001,electronic,astana,kk")));
        await using var db = office.Host.Open();
        Assert.Empty(db.Campaigns);
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_its_lines_and_goes_on_with_the_good_ones_on_a_press()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var talk = await office.SignInAsync();
        var card = await SendAsync(office, talk, CampaignOffice.File(CampaignOffice.Head, "A-1,2602001,electronic,astana,kk", "A-2,1,electronic,astana,kk"));
        Assert.Contains("строк с ошибками – 1, верных – 1. Ничего не отправлено.\n\nСтрока 3: такой услуги нет в каталоге", card, StringComparison.Ordinal);
        await OpenAsync(office, talk);
        await talk.TapAsync("Скачать ошибки");
        Assert.Contains("3,service,такой услуги нет в каталоге", Encoding.UTF8.GetString(talk.Reply.Attachment!.Content), StringComparison.Ordinal);
        await talk.TapAsync("Продолжить только с верными");
        Assert.Contains("1 приглашение", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("28.11 10:00");
        Assert.Contains("Начало: 28 ноября, 10:00.", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("400");
        Assert.Contains("Цель: завершено 0 из 400", talk.Card.Text, StringComparison.Ordinal);
        await talk.TypeAsync("2602001 paper astana 5");
        Assert.Equal("Строка 1: у услуги нет такой формы", talk.Card.Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(nameof(StaffRole.Manager))]
    public async Task Who_is_no_coordinator_gets_the_usual_answer_to_a_file_and_sees_no_campaigns(string? role)
    {
        await using var office = await CampaignOffice.OpenAsync();
        var talk = role is null ? await new Talk(office.Host).TypeAsync("/language ru") : await office.SignInAsync(Enum.Parse<StaffRole>(role));
        await talk.TypeAsync("/start");
        await talk.SendAsync(new MessagePayload.Unsupported());
        var usual = talk.Card.Text;
        await talk.SendAsync(new MessagePayload.Document(new SentFile("file", "people.csv")));
        Assert.Equal(usual, talk.Card.Text);
        await talk.TypeAsync("/campaigns");
        Assert.Equal("У Вас нет доступа к этому разделу.", talk.Card.Text);
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_is_said_so()
    {
        await using var office = await CampaignOffice.OpenAsync();
        Assert.Contains("Файл не удалось получить", await SendAsync(office, await office.SignInAsync(), content: null), StringComparison.Ordinal);
    }

    /// <summary>Sends a file and gives back what the chat is told of it.</summary>
    private static async Task<string> SendAsync(CampaignOffice office, Talk talk, byte[]? content)
    {
        office.Channel.Sent = content;
        await talk.SendAsync(new MessagePayload.Document(new SentFile("file", "people.csv")));
        Assert.Equal("Файл получен и проверяется. Пока ничего не отправлено.", talk.Card.Text);
        var filler = office.Host.Get<CampaignFiller>();
        await filler.StartAsync(Stop);
        var told = await office.Channel.FirstShown.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        await filler.StopAsync(Stop);
        return told.Text;
    }

    private static async Task OpenAsync(CampaignOffice office, Talk talk)
    {
        await using var db = office.Host.Open();
        await talk.TypeAsync("/campaigns");
        await talk.PressAsync($"c.campaigns.o.{(await db.Campaigns.SingleAsync(Stop)).Id}", talk.CardRef);
    }
}
