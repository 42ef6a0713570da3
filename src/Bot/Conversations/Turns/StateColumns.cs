using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Survey.Dialogs;
using Bot.Survey.Questionnaires;

namespace Bot.Conversations.Turns;

/// <summary>Keeps the columns of a response in step with its state.</summary>
internal sealed class StateColumns(QuestionnaireSet questionnaires)
{
    private const string UnknownRegion = "unknown";

    public void Fill(SurveyEdit survey, DateTimeOffset now)
    {
        var (row, state) = (survey.Row, survey.State);
        row.State = DialogJson.Write(state);
        row.Revision = state.Revision;
        row.Status = StatusOf(state);
        row.Language = state.Language;
        row.Source = state.Link.Source;
        row.InvitationId = state.Link.InvitationId;
        row.SourceLink = SourceLink.Of(state.Link);
        row.StartedAt = state.StartedAt;
        row.UpdatedAt = now;
        row.AskAt = state.AskAt;
        // While a submitted response is being changed, it stays in the scores, or in quarantine, as it was.
        if (row.SubmittedAt is null)
            FillSubject(row, state);
    }

    /// <summary>What the response is about: the columns under which it is counted.</summary>
    public void FillSubject(ResponseRow row, DialogState state)
    {
        row.ServiceId = state.ServiceId;
        row.Form = state.Form;
        row.RegionId = state.RegionId ?? (state.SubmittedAt is null ? null : UnknownRegion);
        row.UsedChannel = state.Answers.GetValueOrDefault(Answers.Channel) ?? state.Link.UsedChannel;
        row.Outcome = state.Answers.GetValueOrDefault(Answers.Outcome);
        row.QuestionnaireVersion = questionnaires.Find(state.Form ?? "")?.Version ?? 0;
        row.SubmittedAt = state.SubmittedAt;
    }

    private static ResponseStatus StatusOf(DialogState state) => state.SubmittedAt is not null
        ? ResponseStatus.Submitted
        : (state.Interrupted ?? state.Screen) switch
        {
            Screen.Withdrawn => ResponseStatus.Withdrawn,
            Screen.Expired => ResponseStatus.Expired,
            // Also while they are asked again: until they say otherwise there is no result.
            _ when state.HasNoResult => ResponseStatus.Waiting,
            _ => ResponseStatus.Open,
        };
}
