using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>The page /chat as a person sees it. What the console reports is kept.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private ChatWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, violations of the content security policy included.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Buttons => Page.Locator(".webchat__suggested-action");

    public ILocator Messages => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");

    public static async Task<ChatWindow> OpenAsync(IBrowserContext context, Uri address)
    {
        var window = new ChatWindow(context, await context.NewPageAsync());
        await window.Page.GotoAsync(address.ToString());
        return window;
    }

    public ILocator Button(string text) => Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

    /// <summary>Waits for a message of the bot that begins so and is the newest.</summary>
    public Task ShowsAsync(string text) => Assertions.Expect(Messages.Last).ToContainTextAsync(text);

    /// <summary>Waits until the person's newest message is this.</summary>
    public Task SentAsync(string text) => Assertions.Expect(Page.Locator(".webchat__bubble--from-user").Last).ToHaveTextAsync(text);

    public async Task TypeAsync(string text)
    {
        await Page.GetByRole(AriaRole.Textbox).FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Keeps a picture for people to look at, once the newest message has scrolled into view.</summary>
    public async Task PictureAsync(string name)
    {
        await Assertions.Expect(Messages.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await KeepAsync(name);
    }

    /// <summary>Keeps a picture of what is on the screen.</summary>
    public async Task KeepAsync(string name, [CallerFilePath] string file = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "..", "artifacts", "webchat"));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
