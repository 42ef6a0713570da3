using Bot.Conversations.Routing;
using Bot.Invitations.Places;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Turns;

/// <summary>Opens a conversation's survey: by itself, by a link that names a service, by the code of a place, or by an invitation.</summary>
internal sealed class SurveyOpening(SurveySteps steps, InvitationProgress invitations, ConversationStore store, PlaceCodes places, TextCatalogue texts)
{
    public Task OpenAsync(Turn turn, StartPayload payload, string? languageHint, CancellationToken cancellationToken) => payload switch
    {
        StartPayload.Service service => OpenAsync(turn, service.Link, languageHint, cancellationToken),
        StartPayload.Token token when places.Read(token.Value) is { } place => OpenPlaceAsync(turn, place, languageHint, cancellationToken),
        StartPayload.Token token => OpenInvitationAsync(turn, token.Value, languageHint, cancellationToken),
        _ => OpenAsync(turn, SurveyLink.None, languageHint, cancellationToken),
    };

    /// <summary>The survey that is open goes on where the link leads to it; else a new one begins.</summary>
    private Task OpenAsync(Turn turn, SurveyLink link, string? languageHint, CancellationToken cancellationToken)
    {
        var goesOn = turn.Survey is { } survey && !DialogEngine.IsFinished(survey.State) && (link == SurveyLink.None || link == survey.State.Link);
        if (goesOn)
            return steps.StepAsync(turn, new DialogInput.Open(), cancellationToken);
        LeaveCurrent(turn);
        return steps.BeginAsync(turn, link, languageHint, cancellationToken);
    }

    private Task OpenPlaceAsync(Turn turn, PlaceCode place, string? languageHint, CancellationToken cancellationToken)
    {
        if (!place.IsOver(turn.Now))
            return OpenAsync(turn, place.Link, languageHint, cancellationToken);
        Say(turn, "invite.code_expired", languageHint);
        return Task.CompletedTask;
    }

    private async Task OpenInvitationAsync(Turn turn, string token, string? languageHint, CancellationToken cancellationToken)
    {
        var invitation = await store.InvitationAsync(token, cancellationToken);
        if (invitation is null)
            Say(turn, "invite.invalid", languageHint);
        else if (invitation.ResponseId is { } begun)
            await GoOnAsync(turn, begun, languageHint, cancellationToken);
        else if (invitation.ExpiresAt <= turn.Now)
            Say(turn, "invite.expired", languageHint);
        else if (await store.IsFullAsync(invitation, cancellationToken))
            Say(turn, "invite.full", languageHint);
        else
            await BeginInvitedAsync(turn, invitation, languageHint, cancellationToken);
    }

    private async Task BeginInvitedAsync(Turn turn, InvitationRow invitation, string? languageHint, CancellationToken cancellationToken)
    {
        LeaveCurrent(turn);
        var source = invitation.CampaignId == InvitationRow.NoCampaign ? "receipt" : "invitation";
        var link = new SurveyLink(
            source, invitation.ServiceId, invitation.Form, invitation.RegionId, invitation.Id, invitation.UsedChannel,
            Token: invitation.Token, Since: invitation.FiledAt ?? invitation.RenderedAt);
        await steps.BeginAsync(turn, link, invitation.Language ?? languageHint, cancellationToken);
        await invitations.OpenedAsync(turn, invitation, cancellationToken);
    }

    /// <summary>The invitation's survey has begun, perhaps elsewhere: it goes on here.</summary>
    private async Task GoOnAsync(Turn turn, long responseId, string? languageHint, CancellationToken cancellationToken)
    {
        if (turn.Survey?.Row.Id == responseId && GoesOn(turn.Survey.Row))
        {
            await steps.StepAsync(turn, new DialogInput.Open(), cancellationToken);
            return;
        }

        var response = await store.ResponseAsync(responseId);
        if (response is null || !GoesOn(response))
        {
            Say(turn, response switch { null => "invite.erased", { Status: ResponseStatus.Expired } => "invite.expired", _ => "invite.already" }, languageHint);
            return;
        }

        LeaveCurrent(turn);
        turn.Open(SurveyEdit.Of(response, DialogJson.Read(response.State)));
        turn.Survey!.State = turn.Survey.State with { Channel = turn.Key.Channel };
        await RefreshOthersAsync(turn, responseId, cancellationToken);
        await steps.StepAsync(turn, new DialogInput.Open(), cancellationToken);
    }

    /// <summary>Whether an invitation leads to this survey. Who tapped by mistake that they had withdrawn the application comes back by the same link.</summary>
    public static bool GoesOn(ResponseRow response) => response is { Status: ResponseStatus.Open or ResponseStatus.Waiting or ResponseStatus.Withdrawn, State.Length: > 0 };

    // The card on the other channel shows where the survey is now.
    private async Task RefreshOthersAsync(Turn turn, long responseId, CancellationToken cancellationToken)
    {
        foreach (var stored in await store.OthersShowingAsync(responseId, turn.Id, cancellationToken))
        {
            var other = stored.Copy();
            (other.CardDueAt, other.CardDueAttempts) = (turn.Now, 0);
            other.Renew();
            turn.Add(new RowChange(stored, other));
            turn.Others.Add(other.Id);
        }
    }

    // A survey without an answer is no loss; one with answers can be found again by its link.
    private static void LeaveCurrent(Turn turn)
    {
        if (turn.Survey is { } survey && survey.State.Answers.IsEmpty && survey.State.Link.InvitationId is null && !DialogEngine.IsFinished(survey.State))
            turn.Drop();
    }

    private void Say(Turn turn, string key, string? languageHint)
    {
        var language = texts.Choose(turn.Row.Language, languageHint);
        turn.Card = new Card(texts.Get(language, key), [[new CardButton(texts.Get(language, "flow.start"), "c.start")]], language);
        turn.RecordUpdate = true;
    }
}
