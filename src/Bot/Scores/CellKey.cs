using Bot.Persistence.Entities;

namespace Bot.Scores;

/// <summary>What responses are counted together.</summary>
/// <param name="RegionId">A region, <c>unknown</c>, or <see cref="AllRegions"/>.</param>
/// <param name="Day">A day, or <see cref="ScoreDay.All"/>.</param>
internal readonly record struct CellKey(string ServiceId, string Form, string RegionId, int Day)
{
    /// <summary>The cell of all regions together, kept for all days together only.</summary>
    public const string AllRegions = "*";

    /// <summary>The cells in which a response of this region and day is counted.</summary>
    public static IEnumerable<CellKey> Of(string serviceId, string form, string regionId, int day) =>
    [
        new(serviceId, form, regionId, day),
        new(serviceId, form, regionId, ScoreDay.All),
        new(serviceId, form, AllRegions, ScoreDay.All),
    ];

    public ScoreCellRow Row(string unit, ReadOnlySpan<long> counts) => new()
    {
        ServiceId = ServiceId,
        Form = Form,
        RegionId = RegionId,
        Unit = unit,
        Day = Day,
        Ones = counts[0],
        Twos = counts[1],
        Threes = counts[2],
        Fours = counts[3],
        Fives = counts[4],
        Raters = counts[5],
    };
}
