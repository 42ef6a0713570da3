using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;

namespace Bot.Conversations.Turns;

/// <summary>Takes a survey from state to state, and does what the engine's facts ask for.</summary>
internal sealed class SurveySteps(DialogEngine engine, ResponseRecorder recorder, InvitationProgress invitations, ContactBook contacts, ConversationStore store, IdSource ids)
{
    private static readonly TimeSpan SameReceipt = TimeSpan.FromDays(30);

    public async Task BeginAsync(Turn turn, SurveyLink link, string? languageHint, CancellationToken cancellationToken)
    {
        var consented = turn.Row.ConsentedAt is not null;
        var step = engine.Begin(ids.Next(), link, turn.Key.Channel, turn.Row.Language, consented, languageHint, turn.Now);
        turn.Open(new SurveyEdit(null, new ResponseRow
        {
            Id = step.State.ResponseId,
            SurveyChannel = turn.Key.Channel,
            Source = link.Source,
            RespondentId = consented ? turn.Id : null,
        }, step.State));
        await AcceptAsync(turn, step, cancellationToken);
    }

    public Task StepAsync(Turn turn, DialogInput input, CancellationToken cancellationToken) => turn.Survey is { } survey
        ? AcceptAsync(turn, engine.Step(survey.State, input, turn.Now), cancellationToken)
        : Task.CompletedTask;

    private async Task AcceptAsync(Turn turn, DialogStep step, CancellationToken cancellationToken)
    {
        var survey = turn.Survey!;
        var before = survey.State;
        survey.State = step.State;
        turn.Notice = step.Notice ?? turn.Notice;
        await invitations.FollowAsync(turn, survey, before, cancellationToken);
        foreach (var fact in step.Facts)
            await DoAsync(turn, survey, fact, cancellationToken);
    }

    private async Task DoAsync(Turn turn, SurveyEdit survey, DialogFact fact, CancellationToken cancellationToken)
    {
        switch (fact)
        {
            case DialogFact.LanguageChosen chosen:
                turn.Row.Language = chosen.Language;
                break;
            case DialogFact.Consented:
                turn.Row.ConsentedAt = turn.Now;
                survey.Row.RespondentId ??= turn.Id;
                await contacts.RememberAsync(turn, cancellationToken);
                break;
            case DialogFact.ConsentRefused:
                await RefuseAsync(turn, survey, cancellationToken);
                break;
            case DialogFact.AskLater { At: not null } when ChannelNames.WritesFirst(turn.Key.Channel):
                await PromiseAsync(turn, survey, cancellationToken);
                break;
            case DialogFact.ServiceChosen chosen:
                await LookForEarlierAsync(turn, survey, chosen.ServiceId, cancellationToken);
                break;
            case DialogFact.Submitted:
                await recorder.SubmitAsync(turn, survey, cancellationToken);
                break;
            case DialogFact.Added added:
                await recorder.AddAsync(turn, survey, added.Question, cancellationToken);
                break;
            case DialogFact.ChangeEarlier change:
                await ChangeEarlierAsync(turn, change.ResponseId, cancellationToken);
                break;
            case DialogFact.AnotherSurvey:
                await BeginAsync(turn, SurveyLink.None, turn.Row.Language, cancellationToken);
                break;
            case DialogFact.OtherPerson:
                (turn.Row.Language, turn.Row.ConsentedAt) = (null, null);
                await BeginAsync(turn, SurveyLink.None, null, cancellationToken);
                break;
        }
    }

    // Nothing is kept but the language; the invitation can still be used.
    private async Task RefuseAsync(Turn turn, SurveyEdit survey, CancellationToken cancellationToken)
    {
        turn.Row.ConsentedAt = null;
        turn.Drop();
        await invitations.RefusedAsync(turn, survey, cancellationToken);
    }

    // Where it was said that we shall ask, there we ask, even if the survey was begun on a channel on which nobody can be written to.
    private Task PromiseAsync(Turn turn, SurveyEdit survey, CancellationToken cancellationToken)
    {
        survey.Row.RespondentId = turn.Id;
        return contacts.RememberAsync(turn, cancellationToken);
    }

    private async Task LookForEarlierAsync(Turn turn, SurveyEdit survey, string serviceId, CancellationToken cancellationToken)
    {
        if (survey.Row.RespondentId is not { } respondent || survey.State.Link is not { InvitationId: null, Source: not SurveyLink.Again })
            return;
        if (await store.EarlierAsync(respondent, serviceId, turn.Now - SameReceipt, survey.Row.Id) is { SubmittedAt: { } at } earlier)
            await StepAsync(turn, new DialogInput.EarlierFound(earlier.Id, at), cancellationToken);
    }

    private async Task ChangeEarlierAsync(Turn turn, long responseId, CancellationToken cancellationToken)
    {
        if (await store.ResponseAsync(responseId) is not { State.Length: > 0 } earlier || earlier.RespondentId != turn.Id)
            return;
        turn.Drop();
        turn.Open(SurveyEdit.Of(earlier, DialogJson.Read(earlier.State)));
        await StepAsync(turn, new DialogInput.Reopen(), cancellationToken);
    }
}
