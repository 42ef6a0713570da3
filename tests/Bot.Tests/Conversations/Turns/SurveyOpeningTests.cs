using Bot.Conversations;
using Bot.Invitations;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class SurveyOpeningTests
{
    private const string Granted = "Услуга получена полностью";
    private const string Already = "По этому приглашению ответ уже получен";
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_begun_in_one_channel_goes_on_in_another_and_counts_once()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var token = await InviteAsync(host);
        var phone = await new Talk(host).BeginAsync("/start " + token);
        await phone.RateAsync("4", only: 2);
        var (old, cardRef) = (phone.Data("1"), phone.CardRef);

        var page = await new Talk(host, "page", ChannelNames.Web).TypeAsync("/start " + token);
        Assert.Contains("Это Вы?", page.Card.Text, StringComparison.Ordinal);
        await phone.PressAsync(old, cardRef);
        Assert.Contains("Эта кнопка устарела", phone.Card.Text, StringComparison.Ordinal);
        await page.TapAsync("Продолжить");
        await page.RateAsync();
        await page.TapAsync("Отправить");

        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((ResponseStatus.Submitted, "receipt"), (response.Status, response.Source));
        Assert.Equal(2, await db.Answers.CountAsync(a => a.Value == 4, Stop));
        Assert.Equal(1, await db.ScoreDeltas.CountAsync(Stop));
        foreach (var late in new[] { phone, page, new Talk(host, "7009") })
            Assert.StartsWith(Already, (await late.TypeAsync("/start " + token)).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_left_in_the_first_channel_is_due_when_the_survey_moves_on()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var token = await InviteAsync(host);
        await (await new Talk(host).BeginAsync("/start " + token)).TapAsync("5");
        await new Talk(host, "page", ChannelNames.Web).TypeAsync("/start " + token);
        await using var db = host.Open();
        Assert.Equal(_clock.GetUtcNow(), (await db.Conversations.SingleAsync(c => c.Channel == ChannelNames.Telegram, Stop)).CardDueAt);
    }

    [Fact]
    public async Task Two_who_open_an_invitation_at_the_same_moment_share_one_survey()
    {
        await using var first = await QuietHost.StartAsync(_clock);
        await using var second = await QuietHost.StartAsync(_clock, first.Folder);
        var token = await InviteAsync(first);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => new Talk(i % 2 == 0 ? first : second, $"{i}").TypeAsync("/start " + token)));
        await using var db = first.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal(response.Id, (await db.Invitations.SingleAsync(Stop)).ResponseId);
        Assert.All(await db.Conversations.ToListAsync(Stop), c => Assert.Equal(response.Id, c.OpenResponseId));
    }

    [Fact]
    public async Task An_invitation_is_good_until_its_term_ends()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var token = await InviteAsync(host);
        _clock.Advance(ReceiptDesk.Term - TimeSpan.FromSeconds(1));
        Assert.Contains("Тілді таңдаңыз", (await new Talk(host).TypeAsync("/start " + token)).Card.Text, StringComparison.Ordinal);

        var late = await InviteAsync(host, "r-2");
        _clock.Advance(ReceiptDesk.Term);
        Assert.StartsWith("Срок приглашения истек", (await new Talk(host, "7002").TypeAsync("/start " + late)).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_token_says_so_and_begins_nothing()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).TypeAsync("/start AAAAAAAAAAAAAAAA");
        Assert.StartsWith("Ссылка-приглашение недействительна", talk.Card.Text, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Empty(await db.Responses.ToListAsync(Stop));
        await talk.TapAsync("Начать");
        Assert.Equal(1, await db.Responses.CountAsync(Stop));
    }

    [Fact]
    public async Task An_invitation_whose_consent_was_refused_can_still_be_used()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var token = await InviteAsync(host);
        var talk = await new Talk(host).TypeAsync("/start " + token);
        await talk.TapAsync("Русский");
        await talk.TapAsync("Не даю согласия");
        await using (var db = host.Open())
            Assert.Null((await db.Invitations.SingleAsync(Stop)).ResponseId);
        await talk.TypeAsync("/start " + token);
        await talk.TapAsync("Даю согласие");
        await talk.TapAsync(Granted);
    }

    [Theory]
    [InlineData("svc_2602001_e_astana", Granted)]
    [InlineData("svc_2602001", Granted)]
    [InlineData("", "Все услуги")]
    public async Task Who_has_refused_by_mistake_follows_the_same_link_again(string payload, string offered)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).TypeAsync($"/start {payload}");
        foreach (var label in (string[])["Русский", "Не даю согласия", "Вернуться к опросу", "Даю согласие"])
            await talk.TapAsync(label);
        Assert.Contains(talk.Card.Rows, row => row[0].Text == offered);
    }

    [Fact]
    public async Task A_second_invitation_for_the_same_service_is_not_asked_about()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).SubmitAsync();
        await talk.TypeAsync("/start " + await InviteAsync(host));
        Assert.Contains("Каков результат", talk.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svc_2602001_e_astana", "2602001", "electronic", "astana")]
    [InlineData("svc_402011_p", "402011", "paper", null)]
    [InlineData("svc_402011", "402011", null, null)]
    [InlineData("svc_402011_e_nowhere", "402011", "electronic", null)]
    [InlineData("svc_2602001_p_astana", "2602001", null, "astana")]
    [InlineData("svc_nothing_e_astana", null, null, "astana")]
    public async Task A_link_decides_what_fits_the_catalogue_and_leaves_the_rest_open(string payload, string? service, string? form, string? region)
    {
        await using var host = await QuietHost.StartAsync(_clock);
        await new Talk(host).TypeAsync("/start " + payload);
        await using var db = host.Open();
        var response = await db.Responses.SingleAsync(Stop);
        Assert.Equal((service, form, region, "open"), (response.ServiceId, response.Form, response.RegionId, response.Source));
    }

    [Fact]
    public async Task A_link_to_another_service_leaves_a_survey_with_answers_as_it_is_and_drops_an_empty_one()
    {
        await using var host = await QuietHost.StartAsync(_clock);
        var talk = await new Talk(host).BeginAsync();
        await talk.TypeAsync("/start svc_501016_e_astana");
        await talk.TypeAsync("/start svc_402011_e_astana");
        await using var db = host.Open();
        Assert.Equal(["2602001", "402011"], await db.Responses.OrderBy(r => r.ServiceId).Select(r => r.ServiceId).ToListAsync(Stop));
    }

    private async Task<string> InviteAsync(BotHost host, string receipt = "r-1") => (await host.Get<ReceiptDesk>().TakeAsync(
        new Receipt(receipt, "2602001", "electronic", "astana", "egov_web", null, _clock.GetUtcNow()), Stop)).Invitation.Token;
}
