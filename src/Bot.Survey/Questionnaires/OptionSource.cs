namespace Bot.Survey.Questionnaires;

/// <summary>Where the options of a choice come from.</summary>
public enum OptionSource
{
    /// <summary>The definition lists them.</summary>
    Listed,

    /// <summary>The ways to get the service that its catalogue entry names.</summary>
    Channels,

    /// <summary>The regions of the catalogue, and «other / not said».</summary>
    Regions,

    /// <summary>The criteria rated in this response, and «about something else».</summary>
    Criteria,

    /// <summary>The listed options of those criteria that were rated low (<c>info.unclear</c>), and the common ones.</summary>
    LowCriteria,
}
