using System.Net;
using System.Text.Json;
using Bot.Tests.Channels.DirectLine;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.Channels.Page;

/// <summary>A page in a real browser on a small phone.</summary>
internal sealed class PageWindow : BrowserWindow
{
    private const int SmallestTarget = 44;

    private PageWindow(IBrowserContext context, IPage page)
        : base(context, page)
    {
    }

    protected override string Folder => "page";

    /// <param name="cookies">What the browser has already; null: nothing.</param>
    public static async Task<PageWindow> OpenAsync(Browser browser, BotHost host, string path, string locale, bool hasScript, CookieCollection? cookies = null)
    {
        var context = await browser.NewPhoneAsync(hasScript, locale);
        if (cookies is not null)
            await context.AddCookiesAsync(cookies.Select(one => new Microsoft.Playwright.Cookie { Name = one.Name, Value = one.Value, Url = host.Client.BaseAddress!.ToString() }));
        var window = new PageWindow(context, await context.NewPageAsync());
        await window.Page.GotoAsync(new Uri(host.Client.BaseAddress!, path).ToString());
        return window;
    }

    public ILocator Button(string label) => Page.Locator("button").Filter(new() { HasTextRegex = new($"^{System.Text.RegularExpressions.Regex.Escape(label)}$") });

    public async Task<bool> HasAsync(string label) => await Button(label).CountAsync() > 0;

    public async Task<bool> IsRatingAsync() => await Page.Locator("input[type=radio]").CountAsync() > 0;

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Does what leads to another page, and waits for it.</summary>
    public async Task LeadOnAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.DOMContentLoaded += Loaded;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Browser.Patience), TestContext.Current.CancellationToken);
        Page.DOMContentLoaded -= Loaded;
    }

    public Task TapAsync(string label) => LeadOnAsync(() => Button(label).TapAsync());

    /// <summary>Everything that can be tapped is large enough, and nothing is wider than the screen.</summary>
    public async Task AssertFitsAsync()
    {
        foreach (var target in await Page.Locator("button, a, .scale label, textarea, main input:not([type=radio]):not([type=hidden])").AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box.Height >= SmallestTarget && box.Width >= SmallestTarget, $"{box.Width}×{box.Height}: {await target.InnerTextAsync()}");
            Assert.True(box.X >= 0 && box.X + box.Width <= 360, $"{box.X}+{box.Width}: {await target.InnerTextAsync()}");
        }
    }

    /// <summary>axe-core finds nothing, whatever its rules.</summary>
    public async Task AssertAccessibleAsync()
    {
        var axe = Path.Combine(AppContext.BaseDirectory, "axe.min.js");
        Assert.True(File.Exists(axe), "axe-core is missing: the build takes it with npm.");
        await Page.EvaluateAsync(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken) + "; 0");
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))");
        Assert.Empty(found.EnumerateArray().Select(v => v.GetString()));
    }
}
