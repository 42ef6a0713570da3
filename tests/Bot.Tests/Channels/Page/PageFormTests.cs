using System.Net;
using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels.Page;

public sealed class PageFormTests
{
    private const string Link = "svc_2602001_e_astana";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_form_sent_twice_begins_one_survey()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(Link);
        await person.TapAsync("Русский");
        await person.RepeatAsync();
        Assert.DoesNotContain("Обратите внимание", person.Text, StringComparison.Ordinal);
        Assert.Contains("Вы согласны?", person.Text, StringComparison.Ordinal);
        await using var db = person.Host.Open();
        Assert.Equal(1, await db.Responses.CountAsync(Stop));
    }

    [Fact]
    public async Task A_form_leads_on_to_a_page_that_can_be_loaded_again()
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync(Link);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = person.Host.Client.BaseAddress };
        using var first = await browser.GetAsync(new Uri($"/s/{Link}", UriKind.Relative), Stop);
        using var posted = await browser.PostAsync(new Uri($"/s/{Link}", UriKind.Relative), new FormUrlEncodedContent([new("at", "1"), new("data", "c.language.kk")]), Stop);
        Assert.Equal((HttpStatusCode.SeeOther, $"/s/{Link}"), (posted.StatusCode, posted.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Without_cookies_the_forms_carry_the_person()
    {
        await using var person = new PagePerson(await QuietHost.StartAsync(), hasCookies: false);
        await person.BeginAsync(Link);
        Assert.NotEmpty(person.Carried);
        await person.RateAsync("5");
        await person.TapAsync("Отправить");
        await using var db = person.Host.Open();
        Assert.Equal(ResponseStatus.Submitted, (await db.Responses.SingleAsync(Stop)).Status);
    }

    [Fact]
    public async Task A_forged_person_is_a_new_one()
    {
        await using var person = new PagePerson(await QuietHost.StartAsync(), hasCookies: false);
        await person.BeginAsync(Link);
        var forged = person.Carried[..^1] + (person.Carried[^1] == 'A' ? 'B' : 'A');
        using var response = await person.Host.Client.PostAsync(
            new Uri($"/s/{Link}", UriKind.Relative), new FormUrlEncodedContent([new("at", "1"), new("data", "c.language.kk"), new("person", forged)]), Stop);
        await using var db = person.Host.Open();
        Assert.Equal(2, await db.Conversations.CountAsync(Stop));
    }

    [Fact]
    public async Task With_an_open_link_every_browser_has_a_survey_of_its_own_and_finds_it_again()
    {
        await using var person = await ArriveAsync();
        var other = new PagePerson(person.Host);
        await person.BeginAsync(Link);
        await other.OpenAsync(Link);
        Assert.Contains("Тілді таңдаңыз", other.Text, StringComparison.Ordinal);
        await person.OpenAsync(Link);
        Assert.Contains("Вопрос 2 из", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_survey_goes_on_under_the_address_of_no_link()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.RateAsync("5");
        await person.TapAsync("Отправить");
        await person.TapAsync("Пропустить все");
        await person.TapAsync("Оценить другую услугу");
        Assert.Equal("/s", person.Path);
        Assert.Contains("Какую услугу", person.Text, StringComparison.Ordinal);
        await person.OpenAsync(Link);
        await person.TapAsync("Русский");
        Assert.Contains("Вы оценили эту услугу", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_an_answer_is_asked_again()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        var before = person.Button("5");
        await person.PostAsync(new() { ["at"] = before.At });
        Assert.Contains("Выберите один из ответов и нажмите «Далее».", person.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#answer\"", person.Html, StringComparison.Ordinal);
        Assert.Equal(before, person.Button("5"));
        await person.TapAsync("5");
        Assert.DoesNotContain("Обратите внимание", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_is_not_ours_is_not_shown()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.GetAsync($"/s/{Link}?notice=notice~a~0JDQsA.AAAA");
        Assert.DoesNotContain("Обратите внимание", person.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/start svc_402011")]
    [InlineData("CODE")]
    public async Task What_is_typed_into_a_field_is_an_answer_and_no_command(string text)
    {
        await using var person = await ArriveAsync();
        if (text == "CODE")
            text = await person.Host.Get<StaffCodes>().IssueAsync(StaffRole.Administrator, StaffScope.Of([""]), "test", Stop);
        await person.BeginAsync(Link);
        await person.RateAsync("5");
        await person.TapAsync("Отправить");
        await person.TypeAsync(text);
        await using var db = person.Host.Open();
        Assert.Equal(text, (await db.Comments.SingleAsync(Stop)).Text);
        Assert.False(await db.StaffMembers.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_text_typed_on_an_older_page_changes_nothing()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        var old = person.Buttons[0].At;
        await person.RateAsync("5");
        await person.TapAsync("Отправить");
        await person.PostAsync(new() { ["at"] = old, ["text"] = "Не туда" });
        Assert.Contains("Эта кнопка устарела", person.Text, StringComparison.Ordinal);
        await using var db = person.Host.Open();
        Assert.False(await db.Comments.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_in_words()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.PostAsync(new() { ["at"] = "1", ["text"] = new string('я', 20_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, person.Status);
    }

    [Fact]
    public async Task The_page_says_what_is_stored_and_keeps_no_address()
    {
        await using var person = await ArriveAsync();
        await person.BeginAsync(Link);
        await person.GetAsync($"/s/{Link}?show=mydata");
        Assert.Contains("Незавершенных опросов: 1", person.Text, StringComparison.Ordinal);
        Assert.Contains("Адрес чата не хранится.", person.Text, StringComparison.Ordinal);
    }

    private static async Task<PagePerson> ArriveAsync() => new(await QuietHost.StartAsync());
}
