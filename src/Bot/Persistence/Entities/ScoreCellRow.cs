namespace Bot.Persistence.Entities;

/// <summary>Counts of one unit (item, criterion, zone or whole form) of a service, form, region and day. Day 0 is all days together.</summary>
internal sealed class ScoreCellRow
{
    public required string ServiceId { get; set; }
    public required string Form { get; set; }

    /// <summary>A region, <c>unknown</c>, or <c>*</c>: all regions together, for day 0 only.</summary>
    public required string RegionId { get; set; }

    /// <summary><c>i:info_clear</c>, <c>c:info</c>, <c>z:portal</c> or <c>f</c>.</summary>
    public required string Unit { get; set; }
    public int Day { get; set; }
    public long Ones { get; set; }
    public long Twos { get; set; }
    public long Threes { get; set; }
    public long Fours { get; set; }
    public long Fives { get; set; }

    /// <summary>Respondents with at least one rating in the unit; of the whole form: submitted responses.</summary>
    public long Raters { get; set; }
}
