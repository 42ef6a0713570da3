using System.Net;
using System.Text;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Campaigns;

/// <summary>The staff page through the whole program, as a browser without scripts uses it.</summary>
public sealed class CampaignPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_from_its_faults_over_the_dry_run_and_one_confirmation_to_the_list_of_links()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var browser = await StaffBrowser.OpenAsync(host);
        await browser.UploadAsync(CampaignOffice.File(
            CampaignOffice.Head, "A-1,2602001,electronic,astana,kk", "A-2,2602001,electronic,astana,ru", "A-2,2602001,electronic,abai,ru", "A-3,77,electronic,abai,ru"));
        Assert.Contains("Кампания «Ноябрь &lt;1&gt;»", browser.Html, StringComparison.Ordinal);
        Assert.Contains("строк с ошибками – 2, верных – 2. Ничего не отправлено.", browser.Html, StringComparison.Ordinal);
        Assert.Contains("<td>4</td><td>ref</td><td>такой же ref в строке 3</td>", browser.Html, StringComparison.Ordinal);
        Assert.Equal("\ufeffline,column,fault\r\n4,ref,такой же ref в строке 3\r\n5,service,такой услуги нет в каталоге\r\n", Encoding.UTF8.GetString(await browser.DownloadAsync("faults.csv")).ReplaceLineEndings("\r\n"));
        Assert.Empty(await browser.DownloadAsync("links.csv"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);

        await browser.PostAsync("accept");
        Assert.Contains("<dt>Попадут в список для SMS</dt><dd>2</dd>", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Пока ничего не отправлено.", browser.Html, StringComparison.Ordinal);
        await browser.PostAsync("plan", ("start", ""), ("reminders", "1"));
        Assert.Contains("Приглашений: 2 (в Telegram – 0, в списке для SMS – 2). Начало: ", browser.Html, StringComparison.Ordinal);
        await AssertInvitedAsync(host, 0);
        var token = browser.TokenOnScreen();
        await browser.PostAsync("send", token);
        await browser.PostAsync("send", token);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await AssertInvitedAsync(host, 2);
        var list = Encoding.UTF8.GetString(await browser.DownloadAsync("links.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, list.Length);
        Assert.StartsWith($"A-1,{host.Client.BaseAddress}s/", list[1], StringComparison.Ordinal);
        Assert.Equal(["campaign.import", "campaign.faults", "campaign.accept", "campaign.confirm", "campaign.list"], await AuditAsync(host));
    }

    [Fact]
    public async Task A_file_with_personal_data_is_refused_and_nothing_of_it_is_stored()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var browser = await StaffBrowser.OpenAsync(host);
        await browser.UploadAsync(CampaignOffice.File(CampaignOffice.Head, "87011234567,2602001,electronic,astana,kk"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Файл не прочитан, ничего не сохранено.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("8701", browser.Html, StringComparison.Ordinal);
        await using var db = host.Open();
        Assert.Empty(db.Campaigns);
        Assert.Empty(await AuditAsync(host));
    }

    [Fact]
    public async Task An_empty_file_is_not_taken_for_none_and_the_codes_that_a_file_may_hold_are_at_hand()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var browser = await StaffBrowser.OpenAsync(host);
        Assert.Contains("<dt>город Алматы</dt><dd>almaty-city</dd>", browser.Html, StringComparison.Ordinal);
        Assert.Contains("<dd>2602001</dd>", browser.Html, StringComparison.Ordinal);
        await browser.UploadAsync([]);
        Assert.Contains("в файле нет строк", browser.Html, StringComparison.Ordinal);
        await browser.GetAsync("/staff/campaigns?lang=ru");
        await browser.UploadAsync([], name: "");
        Assert.Contains("Выберите файл.", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_changes_nothing()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var browser = await StaffBrowser.OpenAsync(host);
        using var other = await StaffBrowser.OpenAsync(host);
        var foreign = other.TokenOnScreen();
        await browser.UploadAsync(CampaignOffice.Good(1), token: "");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.UploadAsync(CampaignOffice.Good(1), token: foreign);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.UploadAsync(CampaignOffice.Good(1));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        foreach (var act in new[] { "send", "delete", "targets", "plan" })
        {
            await browser.PostAsync(act, foreign, ("targets", "5"), ("start", ""), ("reminders", "0"));
            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        }

        await AssertInvitedAsync(host, 0);
        Assert.Equal(["campaign.import"], await AuditAsync(host));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(nameof(StaffRole.Manager), HttpStatusCode.Forbidden)]
    [InlineData(nameof(StaffRole.Coordinator), HttpStatusCode.OK)]
    [InlineData(nameof(StaffRole.Administrator), HttpStatusCode.OK)]
    public async Task Coordinators_and_administrators_alone_see_the_page(string? role, HttpStatusCode status)
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var browser = await StaffBrowser.OpenAsync(host, role is null ? null : Enum.Parse<StaffRole>(role));
        Assert.Equal(status, browser.Status);
        Assert.Equal("default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", browser.Policy);
        Assert.DoesNotContain("<script", browser.Html, StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.OK, browser.Html.Contains("type=\"file\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_coordinators_campaign_outside_the_scope_is_not_there()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var first = await StaffBrowser.OpenAsync(host);
        await first.UploadAsync(CampaignOffice.Good(2));
        using var second = await StaffBrowser.OpenAsync(host, scope: "region:astana");
        Assert.DoesNotContain("Ноябрь", second.Html, StringComparison.Ordinal);
        await second.GetAsync(first.Path);
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        await second.PostAsync("send", first.TokenOnScreen());
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        await AssertInvitedAsync(host, 0);
    }

    [Fact]
    public async Task Targets_a_wrong_time_stopping_and_deleting_work_by_forms()
    {
        await using var host = await CampaignOffice.WithoutSenderAsync();
        using var browser = await StaffBrowser.OpenAsync(host);
        await browser.UploadAsync(CampaignOffice.Good(2));
        await browser.PostAsync("targets", ("targets", "2602001 electronic nowhere 5\n77 * * 5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Строка 1: такого региона нет\nСтрока 2: такой услуги нет в каталоге</p>", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
        Assert.Contains("2602001 electronic nowhere 5\n77 * * 5</textarea>", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
        await browser.PostAsync("targets", ("targets", "5"));
        Assert.Contains("Цель: завершено 0 из 5", browser.Html, StringComparison.Ordinal);
        await browser.PostAsync("plan", ("start", "soon"), ("reminders", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PostAsync("plan", ("start", "2099-01-02T10:00"), ("reminders", "2"));
        await browser.PostAsync("send");
        Assert.Contains("Запланирована. Начало: 2 января 2099 г., 10:00.", WebUtility.HtmlDecode(browser.Html).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await browser.PostAsync("pause");
        Assert.Contains("Приостановлена", browser.Html, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/campaigns/{browser.Campaign}/ask/stop?lang=ru");
        await browser.PostAsync("stop");
        Assert.Contains("Остановлена", browser.Html, StringComparison.Ordinal);

        await browser.GetAsync("/staff/campaigns?lang=ru");
        await browser.UploadAsync(CampaignOffice.Good(1));
        await browser.UploadAsync(CampaignOffice.File(CampaignOffice.Head, "B-1,2602001,electronic,astana,kk"), campaign: $"{browser.Campaign}");
        Assert.Contains("<dt>Верных строк в файле</dt><dd>2</dd>", browser.Html, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/campaigns/{browser.Campaign}/ask/delete?lang=ru");
        await browser.PostAsync("delete");
        Assert.Equal("/staff/campaigns?lang=ru", browser.Path);
        await using var db = host.Open();
        Assert.Equal(CampaignState.Stopped, Assert.Single(db.Campaigns).State);
    }

    private static async Task AssertInvitedAsync(BotHost host, int count)
    {
        await using var db = host.Open();
        Assert.Equal(count, await db.Invitations.CountAsync(i => i.InvitedAt != null, Stop));
    }

    private static async Task<List<string>> AuditAsync(BotHost host)
    {
        await using var db = host.Open();
        return await db.AuditEntries.Where(a => a.Action.StartsWith("campaign.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop);
    }
}
