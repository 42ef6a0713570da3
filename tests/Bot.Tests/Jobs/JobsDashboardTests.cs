using System.Net;
using System.Text.RegularExpressions;
using Bot.Conversations;
using Bot.Managers;
using Bot.Tests.Channels.DirectLine;
using Xunit;

namespace Bot.Tests.Jobs;

/// <summary>Hangfire's dashboard for staff who signed in in the web chat of the same browser.</summary>
public sealed class JobsDashboardTests
{
    private static readonly string[] Pages = ["jobs", "jobs/recurring", "jobs/servers", "jobs/jobs/succeeded"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_signed_in_by_the_web_chat_sees_every_page_and_after_signing_out_none()
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await SignedInAsync(host, StaffRole.Administrator);
        await AssertAllAsync(browser, HttpStatusCode.OK);
        using (var page = await browser.GetPageAsync("jobs/recurring"))
            Assert.Contains("score-rebuild", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        await browser.SayAsync("/logout");
        await browser.PressAsync("c.logout.y");
        await AssertAllAsync(browser, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_was_revoked_is_out_at_once()
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await SignedInAsync(host, StaffRole.Administrator);
        var member = Assert.Single(await host.Get<StaffCodes>().ListAsync(Stop));
        await host.Get<StaffCodes>().RevokeAsync(member.Id, "test", Stop);
        await AssertAllAsync(browser, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(nameof(StaffRole.Manager))]
    [InlineData(nameof(StaffRole.Coordinator))]
    public async Task Other_staff_see_nothing(string role)
    {
        await using var host = await BotHost.StartAsync();
        using var browser = await SignedInAsync(host, Enum.Parse<StaffRole>(role));
        await AssertAllAsync(browser, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Neither_a_citizen_nor_a_forged_cookie_nor_the_token_of_the_chat_opens_it()
    {
        await using var host = await BotHost.StartAsync();
        using var administrator = await SignedInAsync(host, StaffRole.Administrator);
        using var citizen = await DirectLineClient.BeginAsync(host);
        await AssertAllAsync(citizen, HttpStatusCode.Unauthorized);

        var cookie = Assert.Single(administrator.Cookies.GetAllCookies());
        Assert.True(cookie.HttpOnly);
        using var stranger = new DirectLineClient(host);
        foreach (var forged in new[] { Altered(cookie.Value), cookie.Value[..^1], cookie.Value.Split('.')[0], "", "0123456789abcdef0123456789abcdef" })
        {
            using var page = await stranger.GetPageAsync("jobs", ("Cookie", $"person={forged}"));
            Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        }

        using var byToken = await stranger.GetPageAsync("jobs", ("Authorization", "Bearer " + administrator.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, byToken.StatusCode);
        using var real = await stranger.GetPageAsync("jobs", ("Cookie", $"person={cookie.Value}"));
        Assert.Equal(HttpStatusCode.OK, real.StatusCode);
    }

    [Fact]
    public async Task A_code_made_in_the_web_chat_by_an_administrator_opens_it_for_the_next_one()
    {
        await using var host = await BotHost.StartAsync();
        using var first = await SignedInAsync(host, StaffRole.Administrator);
        await first.PressAsync("c.staff.r.administrator");
        await first.PressAsync(Regex.Match(await LastCardAsync(first), @"c\.staff\.k\.\d+").Value);
        using var second = await DirectLineClient.BeginAsync(host);
        await AssertAllAsync(second, HttpStatusCode.Unauthorized);
        await second.SayAsync("/login " + Regex.Match(await LastCardAsync(first), "STAFF-[0-9A-Z]{10}").Value);
        await AssertAllAsync(second, HttpStatusCode.OK);
    }

    private static async Task<DirectLineClient> SignedInAsync(BotHost host, StaffRole role)
    {
        var browser = await DirectLineClient.BeginAsync(host);
        await browser.SayAsync(await host.Get<StaffCodes>().IssueAsync(role, StaffScope.Everything, "test", Stop));
        return browser;
    }

    private static async Task<string> LastCardAsync(DirectLineClient browser) => (await browser.ReadActivitiesAsync())["activities"]!.AsArray()[^1]!.ToJsonString();

    private static async Task AssertAllAsync(DirectLineClient browser, HttpStatusCode status)
    {
        foreach (var path in Pages)
        {
            using var page = await browser.GetPageAsync(path);
            Assert.Equal((path, status), (path, page.StatusCode));
        }
    }

    private static string Altered(string text) => (text[0] == 'a' ? 'b' : 'a') + text[1..];
}
