using Bot.Conversations;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.DirectLine;

/// <summary>The addresses of sent files, and what is found there.</summary>
internal sealed class AttachmentHandler(AttachmentShelf shelf)
{
    public const string Path = "/v3/directline/attachments/{id}/{name}";

    /// <summary>Puts a file where a client finds it.</summary>
    /// <param name="origin">The program's address as the client knows it.</param>
    public Uri Offer(Attachment file, Uri origin) => new(origin, Path.Replace("{id}", shelf.Put(file), StringComparison.Ordinal).Replace("{name}", file.FileName, StringComparison.Ordinal));

    public IResult Serve(HttpContext http, string id)
    {
        if (shelf.Find(id) is not { } file)
            return TypedResults.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "private, max-age=900";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.ContentDisposition = new ContentDispositionHeaderValue(file.IsPicture ? "inline" : "attachment") { FileName = file.FileName }.ToString();
        return TypedResults.Bytes(file.Content, file.ContentType);
    }
}
