namespace Bot.Persistence.Entities;

/// <summary>One survey: its state while it runs, the response once it is submitted.</summary>
internal sealed class ResponseRow
{
    public long Id { get; set; }
    public ResponseStatus Status { get; set; }

    /// <summary>Concurrency token; equals the revision of the state.</summary>
    public int Revision { get; set; }

    /// <summary>The dialog's state as JSON; empty for an imported response.</summary>
    public string State { get; set; } = "";

    /// <summary>Keyed hash of the person; null for an imported response and once the link is erased.</summary>
    public string? RespondentId { get; set; }
    public string? ServiceId { get; set; }
    public string? Form { get; set; }
    public string? RegionId { get; set; }

    /// <summary>How the service was obtained: option key of the question <c>channel</c>.</summary>
    public string? UsedChannel { get; set; }

    /// <summary>Where the survey was answered: telegram, web.</summary>
    public required string SurveyChannel { get; set; }
    public string? Language { get; set; }
    public string? Outcome { get; set; }
    public required string Source { get; set; }
    public long? InvitationId { get; set; }
    public string? ImportId { get; set; }
    public int QuestionnaireVersion { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public DateTimeOffset? AskAt { get; set; }

    /// <summary>The link by which any number of people may come (see <see cref="Quarantine.SourceLink"/>); null: none.</summary>
    public string? SourceLink { get; set; }

    /// <summary>Concurrency token; null: nobody has doubted the response.</summary>
    public QuarantineStatus? Quarantine { get; set; }

    /// <summary>Id of the reason why it was doubted.</summary>
    public string? QuarantineReason { get; set; }

    /// <summary>Since when it is in quarantine, or was last.</summary>
    public DateTimeOffset? QuarantinedAt { get; set; }

    /// <summary>The ratings as they are counted in the scores now (<c>item=5;item=4</c>); null: not counted.</summary>
    public string? Counted { get; set; }

    /// <summary>Of what kind it was when it was counted (<c>outcome=granted;channel=web;source=open;language=kk</c>); null: not counted.</summary>
    public string? CountedAs { get; set; }

    public ResponseRow Copy() => (ResponseRow)MemberwiseClone();
}
