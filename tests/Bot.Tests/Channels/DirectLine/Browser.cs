using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>A real Chromium, the one of the system. Where there is none, its tests fail.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>How long a test waits for what it expects, in milliseconds; a busy machine may stand still meanwhile.</summary>
    public const int Patience = 120_000;

    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Timeout = Patience,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A phone with a profile of its own.</summary>
    internal async Task<ChatWindow> OpenAsync(BotHost host, string path = "/chat", string locale = "kk-KZ", int width = 390, int height = 844)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = 2,
            HasTouch = true,
            Locale = locale,
            TimezoneId = "Asia/Almaty",
        });
        return await ChatWindow.OpenAsync(context, new Uri(host.Client.BaseAddress!, path));
    }

    /// <summary>A small old phone of 360×740 points with a profile of its own, with or without JavaScript.</summary>
    internal Task<IBrowserContext> NewPhoneAsync(bool hasScript, string locale) => _browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        JavaScriptEnabled = hasScript,
        Locale = locale,
    });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
