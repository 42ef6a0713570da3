namespace Bot.Persistence.Entities;

/// <summary>What is wrong with a line of a campaign's file. No content of the file is kept.</summary>
internal sealed class CampaignFaultRow
{
    public long CampaignId { get; set; }

    /// <summary>Its place among the faults.</summary>
    public int Number { get; set; }
    public int Line { get; set; }

    /// <summary>Name of the column; empty: the whole line.</summary>
    public required string Column { get; set; }

    /// <summary>The text <c>coordinator.fault.CODE</c> says it.</summary>
    public required string Code { get; set; }

    /// <summary>The earlier line that says the same; null where it is about something else.</summary>
    public int? Other { get; set; }
}
