namespace Bot.Survey.Quarantine;

/// <summary>Why a response is suspected not to come from a recipient who read the questions.</summary>
public enum QuarantineReason
{
    /// <summary>Answered faster than anybody reads.</summary>
    Speeder,

    /// <summary>The same rating everywhere, and too fast to have been read.</summary>
    StraightLiner,

    /// <summary>One of many that came through one link within a short time.</summary>
    LinkBurst,

    /// <summary>One of many that one person or device sent within a short time.</summary>
    PersonBurst,

    /// <summary>One of many that came by the code of one place within an hour.</summary>
    PlaceBurst,

    /// <summary>Not the first of the same person or device to the same service by the code of one place.</summary>
    PlaceRepeat,
}
