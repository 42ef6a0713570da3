using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Webhooks;

namespace Bot.Conversations.Turns;

/// <summary>Notes at an invitation how far the person came with it, in the transaction of the turn in which they did.</summary>
internal sealed class InvitationProgress(ConversationStore store, WebhookEvents webhooks)
{
    /// <summary>The survey that the turn has begun is the invitation's.</summary>
    public async Task OpenedAsync(Turn turn, InvitationRow invitation, CancellationToken cancellationToken)
    {
        turn.Invitation = new InvitationEdit(invitation);
        var row = turn.Invitation.Row;
        row.ResponseId = turn.Survey!.Row.Id;
        row.InvitedAt ??= turn.Now;
        row.OpenedAt ??= turn.Now;
        row.OpenedOn ??= turn.Key.Channel;
        row.RefusedAt = null;
        if (turn.Survey.State.Consented)
            await MeetAsync(turn, row, cancellationToken);
    }

    /// <summary>The survey went on from a state to its present one.</summary>
    public async Task FollowAsync(Turn turn, SurveyEdit survey, DialogState before, CancellationToken cancellationToken)
    {
        var after = survey.State;
        var consented = !before.Consented && after.Consented;
        var started = !before.Answers.ContainsKey(Answers.Outcome) && after.Answers.ContainsKey(Answers.Outcome);
        var completed = before.SubmittedAt is null && after.SubmittedAt is not null;
        if (after.Link.InvitationId is null || !(consented || started || completed) || await FindAsync(turn, survey, cancellationToken) is not { } row)
            return;
        if (consented)
            await MeetAsync(turn, row, cancellationToken);
        if (started && row.StartedAt is null)
        {
            row.StartedAt = turn.Now;
            await webhooks.AddAsync(turn, row, WebhookEvents.Started, cancellationToken);
        }

        if (completed && row.CompletedAt is null)
        {
            row.CompletedAt = turn.Now;
            await webhooks.AddAsync(turn, row, WebhookEvents.Completed, cancellationToken);
        }
    }

    /// <summary>The person refused consent: the invitation is free again for whoever holds it.</summary>
    public async Task RefusedAsync(Turn turn, SurveyEdit survey, CancellationToken cancellationToken)
    {
        if (survey.State.Link.InvitationId is not null && await FindAsync(turn, survey, cancellationToken) is { } row)
            (row.ResponseId, row.RefusedAt) = (null, turn.Now);
    }

    private async Task<InvitationRow?> FindAsync(Turn turn, SurveyEdit survey, CancellationToken cancellationToken)
    {
        if (turn.Invitation is null && await store.InvitationOfAsync(survey.Row.Id, cancellationToken) is { } stored)
            turn.Invitation = new InvitationEdit(stored);
        return turn.Invitation?.Row;
    }

    // Whoever comes by an invitation that names them, and can be written to, gets the next one directly.
    private async Task MeetAsync(Turn turn, InvitationRow invitation, CancellationToken cancellationToken)
    {
        if (invitation.Recipient is not { } id || !ChannelNames.WritesFirst(turn.Key.Channel))
            return;
        var stored = await store.RecipientAsync(id, cancellationToken);
        if (stored?.ConversationId == turn.Id)
            return;
        var known = stored?.Copy() ?? new RecipientRow { Id = id };
        known.ConversationId = turn.Id;
        turn.Add(new RowChange(stored, known));
    }
}
