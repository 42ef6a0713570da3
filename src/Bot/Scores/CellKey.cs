using Bot.Persistence.Entities;

namespace Bot.Scores;

/// <summary>What responses are counted together.</summary>
/// <param name="RegionId">A region, <c>unknown</c>, or <see cref="AllRegions"/>.</param>
/// <param name="Split">A part (<c>outcome=refused</c>), or empty: all; parts are kept for all days together only.</param>
/// <param name="Day">A day, a month, or <see cref="ScoreDay.All"/>.</param>
internal readonly record struct CellKey(string ServiceId, string Form, string RegionId, string Split, int Day)
{
    /// <summary>The cell of all regions together.</summary>
    public const string AllRegions = "*";

    /// <summary>All responses, whatever their outcome, channel, source and language.</summary>
    public const string Whole = "";

    public static CellKey Of(ScoreCellRow row) => new(row.ServiceId, row.Form, row.RegionId, row.Split, row.Day);

    /// <summary>The cell itself and those that it is a part of.</summary>
    public IEnumerable<CellKey> Upwards()
    {
        yield return this;
        yield return this with { RegionId = AllRegions };
        if (Day == ScoreDay.All)
            yield break;
        foreach (var longer in (int[])[ScoreDay.MonthOf(Day), ScoreDay.All])
        {
            yield return this with { Day = longer };
            yield return this with { RegionId = AllRegions, Day = longer };
        }
    }
}
