namespace Bot.Persistence.Entities;

internal enum CampaignState
{
    /// <summary>Its file is read; nothing is sent before it is confirmed.</summary>
    Draft,

    /// <summary>Confirmed: what is due is sent from <see cref="CampaignRow.StartAt"/> on.</summary>
    Running,
    Paused,

    /// <summary>Ended before its time: nothing more is sent, its links still work.</summary>
    Stopped,
    Done,

    /// <summary>Its file is being read, or the reading was interrupted.</summary>
    Reading,

    /// <summary>Its file has faults: the good lines are a draft only once the coordinator says so.</summary>
    Faulty,
}
