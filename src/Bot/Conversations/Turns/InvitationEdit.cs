using Bot.Persistence.Entities;

namespace Bot.Conversations.Turns;

/// <summary>The invitation of a survey while a turn works on it.</summary>
internal sealed class InvitationEdit(InvitationRow before)
{
    /// <summary>The invitation to be.</summary>
    public InvitationRow Row { get; } = before.Copy();

    public RowChange Change => new(before, Row);
}
