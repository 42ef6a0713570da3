using System.Net;
using System.Text;
using Bot.Conversations;
using Bot.Tests.Conversations;
using Bot.Tests.Webhooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Api;

public sealed class WebhookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_registered_shown_renewed_and_ended_and_only_the_first_answer_tells_the_secret()
    {
        await using var host = await QuietHost.StartAsync();
        var system = await ToldSystem.MeetAsync(host);
        Assert.Equal(HttpStatusCode.NotFound, (await system.SendAsync(HttpMethod.Get, "webhook")).StatusCode);
        var first = await system.SendAsync(HttpMethod.Put, "webhook", new { url = "https://system.example/hook?secret=1" });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var shown = await system.AskAsync(HttpMethod.Get, "webhook");
        Assert.Equal("https://system.example/hook?secret=1", shown.GetProperty("url").GetString());
        Assert.False(shown.TryGetProperty("secret", out _));
        var again = await system.AskAsync(HttpMethod.Put, "webhook", new { url = "https://other.example/" });
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", again.GetProperty("secret").GetString());
        Assert.DoesNotContain(again.GetProperty("secret").GetString()!, await first.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await system.SendAsync(HttpMethod.Delete, "webhook")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.SendAsync(HttpMethod.Delete, "webhook")).StatusCode);
        await using var db = host.Open();
        var audit = await db.AuditEntries.Where(a => a.Action.StartsWith("webhook.")).OrderBy(a => a.Id).Select(a => new { a.Action, a.Subject }).ToListAsync(Stop);
        Assert.Equal([("webhook.set", "system.example"), ("webhook.set", "other.example"), ("webhook.remove", "")], audit.Select(a => (a.Action, a.Subject)));
    }

    [Fact]
    public async Task The_secret_is_stored_encrypted()
    {
        await using var host = await QuietHost.StartAsync();
        var system = await ToldSystem.MeetAsync(host);
        var secret = (await system.AskAsync(HttpMethod.Put, "webhook", new { url = "https://system.example/" })).GetProperty("secret").GetString()!;
        await using var db = host.Open();
        var stored = (await db.Webhooks.SingleAsync(Stop)).Secret;
        Assert.Equal(-1, stored.AsSpan().IndexOf(Convert.FromBase64String(secret["whsec_".Length..])));
        Assert.Equal(-1, stored.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)));
    }

    [Theory]
    [InlineData("http://system.example/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public async Task An_address_within_the_own_network_is_refused_with_the_reason(string url)
    {
        await using var host = await QuietHost.StartAsync();
        var response = await (await ToldSystem.MeetAsync(host)).SendAsync(HttpMethod.Put, "webhook", new { url });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"url\":[\"must ", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_a_registration_does_not_have_is_refused_by_its_name()
    {
        await using var host = await QuietHost.StartAsync();
        var response = await (await ToldSystem.MeetAsync(host)).SendAsync(HttpMethod.Put, "webhook", new { url = "https://system.example/", secret = "s" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"secret\":[\"is not known here\"]", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_managers_have_none()
    {
        await using var host = await QuietHost.StartAsync();
        var manager = await ToldSystem.MeetAsync(host, StaffRole.Manager);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.SendAsync(HttpMethod.Put, "webhook", new { url = "https://system.example/" })).StatusCode);
    }
}
