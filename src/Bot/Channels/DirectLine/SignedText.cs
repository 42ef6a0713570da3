using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Bot.Hosting.Keys;

namespace Bot.Channels.DirectLine;

/// <summary>Texts that a browser keeps for us and cannot change: content, a dot, its signature.</summary>
internal sealed class SignedText(KeyRings keys)
{
    public string Seal(string content) => $"{content}.{Base64Url.EncodeToString(keys.Web.Sign(Encoding.UTF8.GetBytes(content)))}";

    /// <summary>The content; null where the signature is not ours.</summary>
    public string? Open(string? text)
    {
        var dot = text?.LastIndexOf('.') ?? -1;
        if (dot < 0)
            return null;
        Span<byte> signature = stackalloc byte[KeyRing.SignatureBytes];
        var status = Base64Url.DecodeFromChars(text.AsSpan(dot + 1), signature, out _, out var length);
        // One spelling only: the last character of a signature has bits to spare.
        var isCanonical = status == OperationStatus.Done && length == signature.Length && text.AsSpan(dot + 1).SequenceEqual(Base64Url.EncodeToString(signature));
        return isCanonical && keys.Web.Verify(Encoding.UTF8.GetBytes(text!, 0, dot), signature)
            ? text![..dot]
            : null;
    }
}
