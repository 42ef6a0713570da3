using System.Net;
using Bot.Invitations;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.Page;

public sealed class PageTests
{
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_at_a_link_stores_nothing_and_uses_nothing_up()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        foreach (var address in (string[])[$"/s/{token}", "/s/svc_2602001_e", "/s", $"/s/{token}?show=help", $"/s/{token}?show=mydata", $"/s/{token}?show=forget"])
        {
            await person.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, person.Status);
            using var head = await person.Host.Client.SendAsync(new(HttpMethod.Head, new Uri(address, UriKind.Relative)), Stop);
            Assert.Equal((HttpStatusCode.OK, "no-store", "noindex, nofollow"), (head.StatusCode, head.Headers.CacheControl!.ToString(), head.Headers.GetValues("X-Robots-Tag").Single()));
            Assert.Equal("no-referrer", head.Headers.GetValues("Referrer-Policy").Single());
            Assert.DoesNotContain("unsafe-inline", head.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        await using var db = person.Host.Open();
        Assert.False(await db.Conversations.AnyAsync(Stop) || await db.Responses.AnyAsync(Stop));
        var invitation = await db.Invitations.SingleAsync(Stop);
        Assert.Equal((null, null), (invitation.ResponseId, invitation.OpenedAt));
    }

    [Theory]
    [InlineData("/s/abcdefgh12345678")]
    [InlineData("/s/a.b")]
    [InlineData("/s/svc_9999999_e")]
    [InlineData("/s/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/s/%D0%B9")]
    public async Task A_token_that_is_none_of_ours_gets_a_page_that_says_so_and_where_to_go(string address)
    {
        await using var person = await ArriveAsync();
        await person.GetAsync(address);
        AssertRefused(person, HttpStatusCode.NotFound, "Сілтеме жарамсыз", "Ссылка недействительна");
        using var posted = await person.Host.Client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("data", "c.language.ru")]), Stop);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        await using var db = person.Host.Open();
        Assert.False(await db.Conversations.AnyAsync(Stop));
    }

    [Fact]
    public async Task Of_a_thousand_altered_tokens_none_is_accepted()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        var random = new Random(4);
        for (var i = 0; i < 1000; i++)
        {
            var altered = token.ToCharArray();
            altered[random.Next(altered.Length)] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"[random.Next(64)];
            if (new string(altered) == token)
                continue;
            using var response = await person.Host.Client.GetAsync(new Uri($"/s/{new string(altered)}", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_invitation_whose_term_is_over_or_that_was_used_elsewhere_is_gone()
    {
        await using var person = await ArriveAsync();
        var used = await InviteAsync(person.Host);
        var elsewhere = await new Talk(person.Host).BeginAsync("/start " + used);
        await elsewhere.RateAsync();
        await elsewhere.TapAsync("Отправить");
        await person.OpenAsync(used);
        AssertRefused(person, HttpStatusCode.Gone, "Бұл шақыру бойынша жауап қабылданған", "По этому приглашению ответ уже получен");

        var late = await InviteAsync(person.Host, "r-2");
        _clock.Advance(ReceiptDesk.Term);
        await person.OpenAsync(late);
        AssertRefused(person, HttpStatusCode.Gone, "Шақырудың мерзімі өтіп кетті", "Срок приглашения истек");
    }

    [Fact]
    public async Task Whoever_has_erased_their_answers_is_not_told_that_they_were_received()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        await person.BeginAsync(token);
        await person.AskToForgetAsync();
        await person.TapAsync("Да, стереть");
        await person.OpenAsync(token);
        AssertRefused(person, HttpStatusCode.Gone, "Бұл шақыру бойынша деректер өшірілген", "Данные по этому приглашению стерты");
        var talk = await new Talk(person.Host).TypeAsync("/start " + token);
        Assert.StartsWith("Данные по этому приглашению стерты", talk.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_of_another_sites_page_is_refused(string header, string value)
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(await InviteAsync(person.Host));
        await person.PostAsync(new() { ["at"] = "1", ["data"] = "c.language.ru" }, (header, value));
        AssertRefused(person, HttpStatusCode.Forbidden, "қабылданбады", "не принят");
        await using var db = person.Host.Open();
        Assert.False(await db.Conversations.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_form_of_our_own_page_is_taken_though_its_origin_is_withheld()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(await InviteAsync(person.Host));
        await person.PostAsync(new() { ["at"] = "1", ["data"] = "c.language.ru" }, ("Origin", "null"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("Вы согласны?", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_after_hours_is_asked_whether_it_is_them()
    {
        await using var person = await ArriveAsync();
        var token = await InviteAsync(person.Host);
        await person.BeginAsync(token);
        await person.TapAsync("5");
        _clock.Advance(TimeSpan.FromHours(7));
        await person.OpenAsync(token);
        Assert.Contains("Это Вы?", person.Text, StringComparison.Ordinal);
        await person.TapAsync("Продолжить");
        Assert.Contains("Вопрос 3 из", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_result_yet_is_told_when_to_open_the_link_and_may_come_sooner()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(await InviteAsync(person.Host));
        foreach (var label in (string[])["Русский", "Даю согласие", "Результата еще нет", "Завтра"])
            await person.TapAsync(label);
        Assert.Contains("Откройте эту же ссылку 26 ноября", person.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Продолжить<", person.Html, StringComparison.Ordinal);
        await person.TapAsync("Результат уже есть");
        Assert.Contains("Каков результат", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ways_to_go_on_elsewhere_carry_the_token()
    {
        await using var person = new PagePerson(await BotHost.StartAsync(new BotHostOptions { Settings = new() { ["Telegram:BotName"] = "survey_bot" } }));
        await person.OpenAsync("svc_2602001_e");
        Assert.Contains("href=\"https://t.me/survey_bot?start=svc_2602001_e\"", person.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/chat?start=svc_2602001_e\"", person.Html, StringComparison.Ordinal);
    }

    private async Task<PagePerson> ArriveAsync() => new(await QuietHost.StartAsync(_clock));

    private async Task<string> InviteAsync(BotHost host, string receipt = "r-1") => (await host.Get<ReceiptDesk>().TakeAsync(
        [new Receipt(receipt, "2602001", "electronic", "astana", "egov_web", null, _clock.GetUtcNow())], apiKeyId: null, Stop))[0].Invitation.Token;

    private static void AssertRefused(PagePerson person, HttpStatusCode status, string kazakh, string russian)
    {
        Assert.Equal(status, person.Status);
        foreach (var part in (string[])[kazakh, russian, "Найти услугу и оценить ее"])
            Assert.Contains(part, person.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/s\"", person.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/chat\"", person.Html, StringComparison.Ordinal);
    }
}
