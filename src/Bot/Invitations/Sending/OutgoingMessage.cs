using Bot.Persistence.Entities;

namespace Bot.Invitations.Sending;

/// <summary>A message to a person, with all that decides whether it is still to be sent.</summary>
internal sealed class OutgoingMessage
{
    public required InvitationMessageRow Row { get; init; }

    public required InvitationRow Invitation { get; init; }

    /// <summary>Where the person is reached; null: not known any more.</summary>
    public required ContactRow? Contact { get; init; }

    /// <summary>The person's own choice of language.</summary>
    public required string? Language { get; init; }

    /// <summary>How far the survey is that began with the invitation; null: none did.</summary>
    public required ResponseStatus? Survey { get; init; }

    /// <summary>When the person last got an invitation or a reminder, of whatever service.</summary>
    public required DateTimeOffset? LastInvitedAt { get; init; }

    public required bool IsOptedOut { get; init; }

    /// <summary>How many reminders the campaign wants; null: it is none.</summary>
    public required int? Reminders { get; init; }
}
