namespace Bot.Conversations;

/// <summary>A file that comes with a reply, as a message of its own beside the card.</summary>
/// <param name="FileName">Latin letters, digits, <c>-</c>, <c>_</c> and one ending.</param>
/// <param name="ContentType">Pictures (<c>image/png</c>) are shown, anything else is offered to be opened.</param>
/// <param name="Content">The file, at most <see cref="MostBytes"/>.</param>
/// <param name="Caption">What it is, in the reader's language, up to 1024 characters; of a picture also what a screen reader says.</param>
internal sealed record Attachment(string FileName, string ContentType, byte[] Content, string Caption)
{
    public const string Png = "image/png";

    /// <summary>What Telegram takes from a bot.</summary>
    public const int MostBytes = 50_000_000;

    public bool IsPicture => ContentType == Png;
}
