using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers.Pictures;

internal sealed class PictureFrames(TextCatalogue texts, ServiceCatalogue catalogue, ScoringForms forms, TimeProvider time)
{
    public PictureFrame New(PictureReader reader) => new(new ScoreWords(texts, reader.Language), reader.Place, reader.UpdatedAt, AlmatyTime.Day(time.GetUtcNow()), catalogue, forms);
}
