namespace Bot.Persistence.Entities;

/// <summary>What became of a doubt about a response. Suspected and confirmed ones are in no score.</summary>
internal enum QuarantineStatus
{
    /// <summary>In quarantine until somebody decides.</summary>
    Suspected,

    /// <summary>Somebody decided that it stays there.</summary>
    Confirmed,

    /// <summary>Somebody decided that it counts; no rule doubts it again.</summary>
    Released,
}
