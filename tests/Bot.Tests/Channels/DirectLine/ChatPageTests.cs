using System.Net;
using System.Text.RegularExpressions;
using Bot.Channels.DirectLine;
using Bot.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public partial class ChatPageTests
{
    private readonly ScriptedRunner _runner = new();

    [Theory]
    [InlineData("/chat", "ru-RU,ru;q=0.9,kk;q=0.8", "ru")]
    [InlineData("/chat", "kk", "kk")]
    [InlineData("/chat", "de, kk;q=0.1, ru;q=0.5", "ru")]
    [InlineData("/chat", "de", "kk")]
    [InlineData("/chat?lang=ru", "kk", "ru")]
    [InlineData("/chat?lang=xx", "ru", "ru")]
    public async Task The_page_is_in_the_language_asked_for(string path, string accepted, string language)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        using var response = await client.GetPageAsync(path, ("Accept-Language", accepted));
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chat", "/s")]
    [InlineData("/chat?start=svc_2602001_e", "/s/svc_2602001_e")]
    [InlineData("/chat?start=%22%3E%3Cb%3E", "/s/%22%3E%3Cb%3E")]
    public async Task Without_a_script_it_leads_to_the_page_that_needs_none(string path, string page)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        using var response = await client.GetPageAsync(path);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"<a href=\"{page}\">", html[html.IndexOf("<noscript>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_allows_no_foreign_code_and_is_never_kept()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        List<string> nonces = [];
        for (var i = 0; i < 2; i++)
        {
            using var response = await client.GetPageAsync("/chat");
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            var nonce = Nonce().Match(policy).Groups[1].Value;
            Assert.Equal(
                $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; "
                + "connect-src 'self' blob:; worker-src blob:; media-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                policy);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
            nonces.Add(nonce);
        }

        Assert.Equal(32, nonces.Distinct().Min(n => n.Length));
        Assert.Equal(2, nonces.Distinct().Count());
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0", null)]
    public async Task Web_chat_is_served_compressed_and_kept_for_good(string accepted, string? encoding)
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        using var page = await client.GetPageAsync("/chat");
        var address = Bundle().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        using var response = await client.GetPageAsync(address, ("Accept-Encoding", accepted));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding is null ? [] : [encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 1, encoding is null ? 2_000_000 : 500_000);
    }

    [Fact]
    public async Task A_file_of_another_version_is_served_but_not_kept_and_an_unknown_one_not_served()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = new DirectLineClient(host);
        using var older = await client.GetPageAsync("/assets/0000000000000000/chat.js");
        Assert.Equal((HttpStatusCode.OK, "no-store"), (older.StatusCode, older.Headers.CacheControl!.ToString()));
        using var unknown = await client.GetPageAsync("/assets/0000000000000000/..%2fappsettings.json");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Where_the_build_could_not_take_web_chat_the_page_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("bot-test-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "chat.css"), "body { margin: 0 }", TestContext.Current.CancellationToken);
        await using var host = await BotHost.StartAsync(new BotHostOptions
        {
            Configure = builder =>
            {
                builder.Services.AddSingleton<IConversationRunner>(_runner);
                builder.Services.AddSingleton(new PageAssets(folder));
            },
        });
        Directory.Delete(folder, recursive: true);
        using var client = new DirectLineClient(host);
        using var response = await client.GetPageAsync("/chat?lang=ru");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("окно чата не установлено", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_tls_streams_and_cookies_are_those_of_the_public_address()
    {
        await using var host = await WebChatHost.StartAsync(_runner, settings: ("Web:PublicUrl", "https://127.0.0.1"));
        using var client = await DirectLineClient.BeginAsync(host);
        Assert.StartsWith($"wss://127.0.0.1/v3/directline/conversations/{client.Conversation}/stream?t=", client.StreamUrl, StringComparison.Ordinal);
        using var page = await client.GetPageAsync("/chat");
        Assert.Contains("; secure; ", Assert.Single(page.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        using var own = await client.SendAsync(HttpMethod.Post, "tokens/generate", headers: ("Origin", "https://127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("Web:TokenLifetime", "00:29:59", "Web:TokenLifetime must be between 00:30:00 and 01:00:00.")]
    [InlineData("Web:TokenLifetime", "01:00:01", "Web:TokenLifetime must be between 00:30:00 and 01:00:00.")]
    [InlineData("Web:PublicUrl", "bot.example", "Web:PublicUrl must be http://HOST or https://HOST, with a port where needed and nothing behind.")]
    [InlineData("Web:PublicUrl", "ftp://bot.example", "Web:PublicUrl must be http://HOST or https://HOST, with a port where needed and nothing behind.")]
    [InlineData("Web:PublicUrl", "https://bot.example/path", "Web:PublicUrl must be http://HOST or https://HOST, with a port where needed and nothing behind.")]
    public async Task A_wrong_option_stops_the_start(string option, string value, string message)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => WebChatHost.StartAsync(_runner, settings: (option, value)));
        Assert.Equal(message, Assert.Single(failure.Failures));
    }

    [GeneratedRegex("'nonce-([0-9a-f]+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("/assets/[0-9a-f]{16}/webchat-minimal.js")]
    private static partial Regex Bundle();
}
