using Bot.Tests.Channels.DirectLine;
using Microsoft.Playwright;

namespace Bot.Tests.Channels;

/// <summary>A page as a person sees it. What the console reports is kept.</summary>
internal abstract class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    protected BrowserWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        context.SetDefaultTimeout(Browser.Patience);
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

    /// <summary>Where pictures of it are kept, below <c>artifacts</c>.</summary>
    protected abstract string Folder { get; }

    /// <summary>Keeps a picture of what is on the screen, for people to look at.</summary>
    public Task KeepAsync(string name) => Page.ScreenshotAsync(new() { Path = RepositoryFiles.Artifact(Folder, name + ".png") });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
