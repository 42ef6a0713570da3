using System.Net.Http.Headers;
using Bot.Conversations;

namespace Bot.Channels.Telegram;

/// <summary>The body of <c>sendPhoto</c> or <c>sendDocument</c>.</summary>
internal sealed class FileForm : MultipartFormDataContent
{
    // Above this Telegram takes a picture as a file only.
    private const int MostPhotoBytes = 10_000_000;

    public FileForm(long chatId, Attachment file)
    {
        IsPhoto = file.IsPicture && file.Content.Length <= MostPhotoBytes;
        Add(new StringContent(TelegramChat.Text(chatId)), "chat_id");
        Add(new StringContent(file.Caption), "caption");
        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        Add(content, IsPhoto ? "photo" : "document", file.FileName);
    }

    public bool IsPhoto { get; }
}
