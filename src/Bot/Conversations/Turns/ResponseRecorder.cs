using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Survey.Questionnaires;

namespace Bot.Conversations.Turns;

/// <summary>Writes what a submit leaves behind: answers, comments, and the ratings in the scores, unless they are in quarantine.</summary>
internal sealed class ResponseRecorder(
    DialogEngine engine, QuestionnaireSet questionnaires, StateColumns columns, ConversationStore store, SpeedCheck speed, IdSource ids)
{
    /// <summary>Submitted, or submitted again: the state's answers take the place of those stored.</summary>
    public async Task SubmitAsync(Turn turn, SurveyEdit survey, CancellationToken cancellationToken)
    {
        var (row, state) = (survey.Row, survey.State);
        var again = row.SubmittedAt is not null;
        if (ResponseCount.Leave(row, ids) is { } left)
            turn.Add(RowChange.Insert(left));
        columns.FillSubject(row, state);
        var ratings = engine.CountedRatings(state);
        if (speed.Judge(row, state, ratings, turn.Now) is { } doubted)
            turn.Add(RowChange.Insert(doubted));
        if (!row.IsOut())
            turn.Add(RowChange.Insert(ResponseCount.Enter(row, ratings, ids)));
        turn.ScoresChanged = true;
        var stored = again ? await StoredAsync(row.Id, cancellationToken) : [];
        foreach (var change in AnswerRows.Changes(stored, AnswerRows.Of(state, Questions(state))))
            turn.Add(change);
    }

    /// <summary>An optional answer after submit.</summary>
    public async Task AddAsync(Turn turn, SurveyEdit survey, string question, CancellationToken cancellationToken)
    {
        var stored = (await StoredAsync(survey.Row.Id, cancellationToken)).Where(row => (row as AnswerRow)?.Item == question || (row as CommentRow)?.Item == question);
        var wanted = AnswerRows.Of(survey.State, question, Questions(survey.State));
        foreach (var change in AnswerRows.Changes(stored, wanted is null ? [] : [wanted]))
            turn.Add(change);
    }

    private async Task<IReadOnlyList<object>> StoredAsync(long responseId, CancellationToken cancellationToken)
    {
        var (answers, comments) = await store.AnswersAsync(responseId, cancellationToken);
        return [.. answers, .. comments];
    }

    private Questionnaire Questions(DialogState state) => questionnaires[state.Form ?? throw new InvalidOperationException("A response without a form was submitted.")];
}
