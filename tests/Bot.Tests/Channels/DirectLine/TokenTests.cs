using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class TokenTests
{
    private readonly ScriptedRunner _runner = new();

    public static TheoryData<string, string> Places => new()
    {
        { "POST", "tokens/refresh" },
        { "POST", "conversations" },
        { "GET", "conversations/{id}" },
        { "GET", "conversations/{id}/activities" },
        { "POST", "conversations/{id}/activities" },
        { "GET", "conversations/{id}/stream" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Nothing_is_served_without_a_good_token(string method, string path)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero));
        await using var host = await WebChatHost.StartAsync(_runner, time);
        using var client = await DirectLineClient.BeginAsync(host);
        await using var stranger = await WebChatHost.StartAsync(_runner, time);
        using var foreign = await DirectLineClient.BeginAsync(stranger);
        var good = client.Token;

        await RefusedAsync("", HttpStatusCode.Unauthorized, "Unauthorized");
        await RefusedAsync("x", HttpStatusCode.Forbidden, "BadArgument");
        await RefusedAsync(good[..^9] + (good[^9] == 'A' ? "B" : "A") + good[^8..], HttpStatusCode.Forbidden, "BadArgument");
        await RefusedAsync(foreign.Token, HttpStatusCode.Forbidden, "BadArgument");
        time.Advance(TimeSpan.FromMinutes(61));
        await RefusedAsync(good, HttpStatusCode.Forbidden, "TokenExpired");

        async Task RefusedAsync(string token, HttpStatusCode status, string code)
        {
            client.Token = token;
            using var response = await client.SendAsync(new HttpMethod(method), path.Replace("{id}", client.Conversation, StringComparison.Ordinal));
            Assert.Equal(status, response.StatusCode);
            var error = (await DirectLineClient.ReadAsync(response))["error"]!;
            Assert.Equal(code, (string)error["code"]!);
            Assert.NotEmpty((string)error["message"]!);
        }
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var mine = await DirectLineClient.BeginAsync(host);
        using var other = await DirectLineClient.BeginAsync(host);
        mine.Conversation = other.Conversation;
        using var posted = await mine.PostRawAsync("""{"type":"message","text":"5"}""");
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        using var socket = new ClientWebSocket();
        var foreign = new Uri(other.StreamUrl.Replace(other.Token, mine.Token, StringComparison.Ordinal));
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(foreign, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfAsync(foreign));
    }

    [Fact]
    public async Task A_renewed_token_lasts_longer()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero));
        await using var host = await WebChatHost.StartAsync(_runner, time);
        using var client = await DirectLineClient.BeginAsync(host);
        time.Advance(TimeSpan.FromMinutes(50));
        var renewed = await client.SendJsonAsync(HttpMethod.Post, "tokens/refresh");
        Assert.Equal((client.Conversation, 3600), ((string)renewed["conversationId"]!, (int)renewed["expires_in"]!));
        client.Token = (string)renewed["token"]!;
        time.Advance(TimeSpan.FromMinutes(50));
        await client.SayAsync("5");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "null")]
    public async Task Pages_of_other_sites_get_no_token(string header, string value)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        using var response = await client.SendAsync(HttpMethod.Post, "tokens/generate", headers: (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_own_page_gets_a_token_and_a_cookie_that_scripts_cannot_read()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        var origin = client.Address.GetLeftPart(UriPartial.Authority);
        using var response = await client.SendAsync(HttpMethod.Post, "tokens/generate", headers: [("Origin", origin), ("Sec-Fetch-Site", "same-origin")]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("max-age=34560000; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_cookie_is_a_new_person()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        var cookie = Assert.Single(client.Cookies.GetAllCookies());
        var forged = new CookieContainer();
        forged.Add(new Cookie(cookie.Name, (cookie.Value[0] == '0' ? '1' : '0') + cookie.Value[1..], "/", client.Address.Host));
        using var other = await DirectLineClient.BeginAsync(host, cookies: forged);
        Assert.Equal(2, _runner.Messages.Select(m => m.Conversation.ChatId).Distinct().Count());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("әріп")]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_start_payload_of_other_signs_or_lengths_is_refused(string start)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        using var response = await client.SendAsync(HttpMethod.Post, "tokens/generate", new JsonObject { ["start"] = start }.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusOfAsync(Uri stream)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(stream, TestContext.Current.CancellationToken));
        return socket.HttpStatusCode;
    }
}
