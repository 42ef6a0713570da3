using Bot.Conversations;

namespace Bot.Managers.Pictures;

/// <summary>A picture that is laid out but not drawn yet.</summary>
/// <param name="Name">What it shows, in Latin letters.</param>
/// <param name="Caption">What it shows, in the reader's language.</param>
internal sealed record ScorePicture(PictureSheet Sheet, string Name, string Caption)
{
    public Attachment Draw() => new($"scores-{Name}.png", Attachment.Png, Sheet.ToPng(), Caption);
}
