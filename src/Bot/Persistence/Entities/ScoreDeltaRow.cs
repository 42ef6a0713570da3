namespace Bot.Persistence.Entities;

/// <summary>One response's vector entering (+1) or leaving (−1) the scores. Insert-only; deleted by the fold that counts it.</summary>
internal sealed class ScoreDeltaRow
{
    public long Id { get; set; }
    public required string ServiceId { get; set; }
    public required string Form { get; set; }
    public required string RegionId { get; set; }

    /// <summary>Day of submit in Asia/Almaty, as yyyymmdd.</summary>
    public int Day { get; set; }
    public int Sign { get; set; }

    /// <summary>The ratings, <c>item=5;item=4</c>; may be empty (a respondent who rated nothing).</summary>
    public required string Ratings { get; set; }

    /// <summary>Of what kind the response was: see <see cref="ResponseRow.CountedAs"/>.</summary>
    public string CountedAs { get; set; } = "";
}
