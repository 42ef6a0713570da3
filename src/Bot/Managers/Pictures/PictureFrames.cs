using Bot.Survey.Catalogue;
using Bot.Survey.Localization;

namespace Bot.Managers.Pictures;

internal sealed class PictureFrames(TextCatalogue texts, ServiceCatalogue catalogue)
{
    public PictureFrame New(PictureReader reader) => new(new ScoreWords(texts, reader.Language), reader.Place, reader.UpdatedAt, catalogue);
}
