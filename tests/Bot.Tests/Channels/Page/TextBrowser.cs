using System.Diagnostics;
using System.Text;
using Xunit;

namespace Bot.Tests.Channels.Page;

/// <summary>The text browser w3m on a terminal, with keys pressed in it. Where there is none, its tests fail.</summary>
internal sealed class TextBrowser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _terminal;

    private TextBrowser(Process terminal) => _terminal = terminal;

    /// <summary>What the terminal has shown since the last keys.</summary>
    public string Shown { get; private set; } = "";

    public static async Task<TextBrowser> OpenAsync(Uri address, string home)
    {
        var start = new ProcessStartInfo("script") { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])["-qfc", $"stty rows 60 cols 100; exec w3m -no-mouse '{address}'", "/dev/null"])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in new Dictionary<string, string> { ["TERM"] = "dumb", ["LANG"] = "C.UTF-8", ["LC_ALL"] = "C.UTF-8", ["HOME"] = home })
            start.Environment[name] = value;
        var browser = new TextBrowser(Process.Start(start)!);
        await browser.LoadedAsync();
        return browser;
    }

    /// <summary>Activates the link, button or field that comes so many Tab keys later, and waits for the page to which it leads.</summary>
    public async Task PressAsync(params int[] tabs)
    {
        foreach (var count in tabs)
            await _terminal.StandardInput.WriteAsync(new string('\t', count) + "\r");
        await _terminal.StandardInput.FlushAsync();
        await LoadedAsync();
    }

    public void Dispose()
    {
        if (!_terminal.HasExited)
            _terminal.Kill(entireProcessTree: true);
        _terminal.Dispose();
    }

    private async Task LoadedAsync()
    {
        var shown = new StringBuilder();
        var buffer = new char[4096];
        while (true)
        {
            var length = await _terminal.StandardOutput.ReadAsync(buffer.AsMemory(), TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.True(length > 0, $"w3m has ended: {shown}");
            shown.Append(buffer, 0, length);
            Shown = shown.ToString();
            var answered = Shown.LastIndexOf("200 OK", StringComparison.Ordinal);
            if (answered >= 0 && Shown.IndexOf("iewing <", answered, StringComparison.Ordinal) >= 0)
                return;
        }
    }
}
