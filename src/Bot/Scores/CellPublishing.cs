using Bot.Persistence.Entities;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>Brings a change into a stored cell. What is published of a small cell moves in steps of some responses, so that nobody's answers can be read off the step.</summary>
internal static class CellPublishing
{
    public static void Apply(ScoreCellRow row, CellChange change, PublishGate gate)
    {
        var tally = TallyBytes.Read(change.Tally.Layout, row.Counts);
        var published = row.Published ?? row.Counts;
        tally.Merge(change.Tally);
        row.Counts = TallyBytes.Write(tally);
        row.DayBases = change.Days?.AddedTo(row.DayBases);
        if (row.Day != ScoreDay.All)
            return;
        var waiting = row.Waiting + change.Entered;
        (row.Published, row.Waiting, row.WaitingSince) = gate.Publishes(tally.Respondents, waiting)
            ? ((byte[]?)null, 0, (int?)null)
            : (published, waiting, Math.Min(row.WaitingSince ?? int.MaxValue, change.Since));
    }

    /// <summary>The tally as it is, or as it is published.</summary>
    public static FormTally Read(ScoreCellRow row, FormLayout layout, bool published) =>
        TallyBytes.Read(layout, published && row.Published is { } shown ? shown : row.Counts);
}
