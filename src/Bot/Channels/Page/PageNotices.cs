using System.Buffers.Text;
using System.Text;
using Bot.Channels.DirectLine;

namespace Bot.Channels.Page;

/// <summary>Takes a notice over the redirect behind a form: signed, and only for the card for which it was meant.</summary>
internal sealed class PageNotices(SignedText signed)
{
    public const string Field = "notice";
    private const string Prefix = "notice";
    private const char Between = '~';

    public string Seal(string notice, PageView view) =>
        signed.Seal(string.Join(Between, Prefix, view.Stamp, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(notice))));

    public string? Open(string? text, PageView view) =>
        signed.Open(text)?.Split(Between) is [Prefix, var stamp, var notice] && stamp == view.Stamp ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(notice)) : null;
}
