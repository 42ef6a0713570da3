using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bot.Channels.Page;

/// <summary>HTML while it is written.</summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    /// <summary>A text as it stands in HTML; Cyrillic stays as it is.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>The same, with its line breaks.</summary>
    public static string Lines(string text) => string.Join("<br>", text.Split('\n').Select(Encode));

    /// <summary>Adds HTML; whatever is no tag must be encoded.</summary>
    public Markup Add(string html)
    {
        _html.Append(html);
        return this;
    }

    public override string ToString() => _html.ToString();
}
