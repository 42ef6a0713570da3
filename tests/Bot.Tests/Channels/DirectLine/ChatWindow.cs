using Microsoft.Playwright;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>The page /chat as a person sees it.</summary>
internal sealed class ChatWindow : BrowserWindow
{
    private ChatWindow(IBrowserContext context, IPage page)
        : base(context, page)
    {
    }

    protected override string Folder => "webchat";

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
}
