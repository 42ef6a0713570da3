using Bot.Scores;
using Bot.Survey.Catalogue;

namespace Bot.Managers.Pictures;

/// <summary>What all pictures of scores have in common: what they show and of whom above, the legend and the time below.</summary>
/// <param name="words">The words of the reader's language.</param>
/// <param name="place">Whose responses are counted.</param>
/// <param name="updatedAt">When the scores were computed; null: not known.</param>
/// <param name="today">The day from which periods are counted back.</param>
internal sealed class PictureFrame(ScoreWords words, ScorePlace place, DateTimeOffset? updatedAt, DateOnly today, ServiceCatalogue catalogue, ScoringForms forms)
{
    private readonly List<string> _caption = [];

    public ScoreWords Words => words;

    public PictureSheet Sheet { get; } = new();

    public ScoreLines Lines { get; } = new(words, catalogue, forms);

    public PictureLegend Legend { get; } = new(words);

    /// <summary>Begins with a title, what it is of, and the view.</summary>
    /// <param name="counted">The days that were counted; null: all that were asked for.</param>
    public void Begin(string title, string? code, string? view, ScorePeriod? counted = null)
    {
        Sheet.Line(title, TextStyle.Title);
        Sheet.Line(code is null ? words["official"] : $"{code} · {words["official"]}", TextStyle.Small);
        var period = Lines.Period(place, today);
        Sheet.Line(place.Region is { } region ? $"{words.Say("region_only", ("region", Region(region)))} · {period}" : period, TextStyle.Small);
        if (Lines.Effective(counted, place, today) is { } effective)
            Sheet.Line(effective, TextStyle.Small);
        if (view is not null)
        {
            Sheet.Skip(16);
            Sheet.Line(view, TextStyle.Heading);
        }

        _caption.AddRange(view is null ? [title] : [title, view]);
        _caption.Add(words["official"]);
    }

    /// <summary>The days that were counted behind one of several rows, where they are not those that were asked for.</summary>
    public string? Counted(ScorePeriod? period) => Lines.Effective(period, place, today);

    /// <summary>Ends the picture.</summary>
    /// <param name="name">What it shows, in Latin letters.</param>
    public ScorePicture End(string name)
    {
        Legend.Write(Sheet);
        if (updatedAt is { } time)
        {
            Sheet.Skip(8);
            Sheet.Line(words.Updated(time), TextStyle.Small);
        }

        return new ScorePicture(Sheet, name, string.Join(". ", _caption) + ".");
    }

    public string Region(string id) => catalogue.FindRegion(id)?.Name[words.Language] ?? words["region_unknown"];
}
