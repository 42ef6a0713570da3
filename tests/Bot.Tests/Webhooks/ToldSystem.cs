using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Persistence;
using Bot.Tests.Conversations;
using Bot.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Webhooks;

/// <summary>A service system with a key of its own, and people who answer the invitations that it asks for.</summary>
internal sealed class ToldSystem(BotHost host, string key)
{
    private const string Root = "/api/v1/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public BotHost Host { get; } = host;

    public string Secret { get; private set; } = "";

    /// <summary>The program without its background work; messages are sent when a test says so, and may go to this machine.</summary>
    public static Task<BotHost> HostAsync(FakeTimeProvider clock, string? folder = null, Action<WebApplicationBuilder>? configure = null) => BotHost.StartAsync(new BotHostOptions
    {
        Time = clock,
        Folder = folder,
        Settings = new() { ["Webhooks:AllowHttp"] = "true" },
        AllowOutgoing = _ => true,
        Configure = builder =>
        {
            builder.Services.RemoveAll<IHostedService>();
            builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigrator>());
            configure?.Invoke(builder);
        },
    });

    public static async Task<ToldSystem> MeetAsync(BotHost host, StaffRole role = StaffRole.Coordinator) => new(host, await host.Get<ApiKeys>().CreateAsync(role, "test", Stop));

    /// <summary>A system that is told at this receiver.</summary>
    public static async Task<ToldSystem> RegisterAsync(BotHost host, WebhookReceiver receiver)
    {
        var system = await MeetAsync(host);
        system.Secret = (await system.AskAsync(HttpMethod.Put, "webhook", new { url = receiver.Address })).GetProperty("secret").GetString()!;
        return system;
    }

    public async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, Root + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Host.Client.SendAsync(request, Stop);
    }

    /// <summary>The token of a new receipt's invitation.</summary>
    public async Task<string> InviteAsync(string receiptRef) => (await AskAsync(HttpMethod.Post, "receipts", new
    {
        receiptRef,
        service = "2602001",
        form = "electronic",
        region = "astana",
        renderedAt = "2026-11-25T10:00:00+05:00",
    })).GetProperty("token").GetString()!;

    /// <summary>Somebody opens the invitation and answers the first question.</summary>
    public async Task<Talk> StartAsync(string receiptRef, string chat = "7001")
    {
        var talk = new Talk(Host, chat);
        await talk.BeginAsync("/start " + await InviteAsync(receiptRef));
        return talk;
    }

    public Task SendDueAsync() => Host.Get<WebhookSender>().SendDueAsync(Stop);
}
