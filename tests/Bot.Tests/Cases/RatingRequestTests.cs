using System.Globalization;
using Bot.Channels;
using Bot.Persistence.Entities;
using Bot.Tests.Alerts;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Cases;

public sealed class RatingRequestTests
{
    private const string Service = "2602001";
    private const string Question = "Когда недостатки устранят, можно написать Вам один раз";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_agreed_and_rated_it_low_is_asked_once_and_rates_anew()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await LowAsync(desk, "7001", "Да, можно");
        await MendAsync(desk);
        var asked = Assert.Single(await desk.AnnounceAsync());
        Assert.Equal(
            """
            Вы низко оценили услугу «Запись на прием к врачу» (Сроки). Сообщают, что недостатки устранены. Если Вы обращались за услугой снова, оцените ее еще раз.
            [Оценить еще раз]
            [Нет, спасибо]
            """, AlertDesk.Text(asked).Replace(ServiceName(desk), "Запись на прием к врачу", StringComparison.Ordinal));
        Assert.Empty(await desk.AnnounceAsync());
        await talk.PressAsync(asked.Rows[0][0].Data, null);
        Assert.StartsWith("Каков результат", talk.Card.Text[(talk.Card.Text.IndexOf('\n', StringComparison.Ordinal) + 2)..], StringComparison.Ordinal);
        await talk.TapAsync("Услуга получена полностью");
        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await talk.PressAsync(asked.Rows[0][0].Data, null);
        Assert.Equal("По этому приглашению ответ уже получен. Спасибо!", talk.Card.Text);
        await using var db = desk.Host.Open();
        var rows = await db.Responses.Where(r => r.RespondentId != null).OrderBy(r => r.Id).ToListAsync(Stop);
        Assert.Equal([("open", ResponseStatus.Submitted), ("again", ResponseStatus.Submitted)], rows.Select(r => (r.Source, r.Status)));
        Assert.All(rows, r => Assert.NotNull(r.Counted));
    }

    [Theory]
    [InlineData("Нет", "2")]
    [InlineData("Пропустить все", "2")]
    public async Task Who_did_not_agree_is_not_asked(string answer, string rating)
    {
        await using var desk = await AlertDesk.OpenAsync();
        await LowAsync(desk, "7001", answer, rating);
        await MendAsync(desk);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task Who_rated_high_is_not_even_asked_whether_they_may_be()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await new Talk(desk.Host).SubmitAsync("4");
        await ToQuestionAsync(talk);
        Assert.DoesNotContain(Question, talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_web_chat_where_nobody_can_be_written_to_it_is_not_asked()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await new Talk(desk.Host, channel: "web").SubmitAsync("2");
        await ToQuestionAsync(talk);
        Assert.DoesNotContain(Question, talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_for_the_end_of_the_quiet_hours()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await LowAsync(desk, "7001", "Да, можно");
        desk.GoTo(desk.Today, 22);
        await MendAsync(desk);
        Assert.Empty(await desk.AnnounceAsync());
        desk.GoTo(desk.Today.AddDays(1), 9);
        Assert.Single(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task Who_opted_out_or_blocked_the_bot_is_not_asked()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await LowAsync(desk, "7001", "Да, можно");
        var blocked = await LowAsync(desk, "7002", "Да, можно");
        await blocked.SendAsync(new Bot.Conversations.MessagePayload.Blocked(true));
        await using (var db = desk.Host.Open())
            await db.Contacts.Where(c => c.BlockedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.OptedOutAt, desk.Clock.GetUtcNow()), Stop);
        await MendAsync(desk);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task Other_criteria_and_other_regions_concern_them_not()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await LowAsync(desk, "7001", "Да, можно");
        await MendAsync(desk, $"c.cases.o.{Service}.-.feedback");
        await MendAsync(desk, $"c.cases.o.{Service}.shymkent.timing");
        Assert.Empty(await desk.AnnounceAsync());
        await MendAsync(desk, $"c.cases.o.{Service}.astana.timing");
        Assert.Single(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task Two_cases_and_two_programs_ask_a_person_once()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await using var second = await desk.StartAnotherAsync();
        await LowAsync(desk, "7001", "Да, можно");
        await MendAsync(desk);
        await MendAsync(desk, $"c.cases.o.{Service}.-.info");
        await Task.WhenAll(desk.AnnounceAsync(), desk.AnnounceAsync(second));
        await MendAsync(desk, $"c.cases.o.{Service}.-.access");
        await desk.AnnounceAsync();
        Assert.Single(desk.Channel.Shown);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task How_many_were_asked_is_seen_from_five_on(int people, bool seen)
    {
        await using var desk = await AlertDesk.OpenAsync();
        for (var i = 0; i < people; i++)
            await LowAsync(desk, string.Create(CultureInfo.InvariantCulture, $"{7100 + i}"), "Да, можно");
        var manager = await MendAsync(desk);
        Assert.Equal(people, (await desk.AnnounceAsync()).Count);
        await using var db = desk.Host.Open();
        var id = (await db.Cases.SingleAsync(Stop)).Id;
        await manager.PressAsync(string.Create(CultureInfo.InvariantCulture, $"c.cases.i.{id}"), null);
        Assert.Equal(seen, manager.Card.Text.Contains("Просьба оценить снова отправлена, чел.: 5", StringComparison.Ordinal));
        Assert.Equal(seen, manager.Card.Text.Contains("Просьба", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_button_of_another_person_opens_nothing()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await LowAsync(desk, "7001", "Да, можно");
        await MendAsync(desk);
        var asked = Assert.Single(await desk.AnnounceAsync());
        var stranger = await new Talk(desk.Host, "7009").TypeAsync("/language ru");
        await stranger.PressAsync(asked.Rows[0][0].Data, null);
        Assert.Equal("По этому приглашению ответ уже получен. Спасибо!", stranger.Card.Text);
    }

    [Fact]
    public async Task What_surely_has_not_arrived_is_sent_later_and_who_erased_their_data_is_not_asked()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await LowAsync(desk, "7001", "Да, можно");
        await MendAsync(desk);
        desk.Channel.Answer = () => new Delivery(DeliveryStatus.Later);
        Assert.Single(await desk.AnnounceAsync());
        await talk.TypeAsync("/forget");
        await talk.TapAsync("Да, стереть");
        desk.Channel.Answer = () => new Delivery(DeliveryStatus.Shown, "901");
        desk.GoTo(desk.Today, 16);
        Assert.Empty(await desk.AnnounceAsync());
        await using var db = desk.Host.Open();
        Assert.False(await db.RatingRequests.AnyAsync(Stop));
    }

    private static string ServiceName(AlertDesk desk) => desk.Host.Get<Bot.Survey.Catalogue.ServiceCatalogue>().FindService(Service)!.ShortName["ru"];

    /// <summary>A person who rates everything low and answers whether they may be asked again.</summary>
    private static async Task<Talk> LowAsync(AlertDesk desk, string chat, string answer, string rating = "2")
    {
        var talk = await new Talk(desk.Host, chat).SubmitAsync(rating);
        await ToQuestionAsync(talk);
        Assert.Contains(Question, talk.Card.Text, StringComparison.Ordinal);
        return await talk.TapAsync(answer);
    }

    private static async Task ToQuestionAsync(Talk talk)
    {
        while (!talk.Card.Text.Contains(Question, StringComparison.Ordinal) && talk.Card.Rows.SelectMany(row => row).Any(button => button.Text == "Пропустить"))
            await talk.TapAsync("Пропустить");
    }

    /// <summary>A manager who takes a case and says that it is mended.</summary>
    private static async Task<Talk> MendAsync(AlertDesk desk, string open = $"c.cases.o.{Service}.-.timing")
    {
        var manager = await desk.SignInAsync();
        await manager.PressAsync(open, null);
        return await manager.TapAsync("Исправлено");
    }
}
