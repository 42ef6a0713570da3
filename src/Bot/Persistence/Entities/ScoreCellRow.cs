namespace Bot.Persistence.Entities;

/// <summary>Counts of the responses to a service in a form, region, part and day. Day 0 is all days together, a day 20261100 a whole month.</summary>
internal sealed class ScoreCellRow
{
    public required string ServiceId { get; set; }
    public required string Form { get; set; }

    /// <summary>A region, <c>unknown</c>, or <c>*</c>: all regions together.</summary>
    public required string RegionId { get; set; }

    /// <summary>Part: <c>outcome=refused</c>, for day 0 only; empty: all.</summary>
    public string Split { get; set; } = "";
    public int Day { get; set; }

    /// <summary>The tally.</summary>
    public byte[] Counts { get; set; } = [];

    /// <summary>How many people rated what on each day. For months only.</summary>
    public byte[]? DayBases { get; set; }

    /// <summary>The tally as it is published while few new responses wait; null: as it is. For day 0 only.</summary>
    public byte[]? Published { get; set; }

    /// <summary>New responses since it was published, less those that left.</summary>
    public int Waiting { get; set; }

    /// <summary>The earliest day of those that wait.</summary>
    public int? WaitingSince { get; set; }
}
