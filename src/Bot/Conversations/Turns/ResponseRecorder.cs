using Bot.Comments;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Survey.Questionnaires;

namespace Bot.Conversations.Turns;

/// <summary>Writes what a submit leaves behind: answers, comments, and the ratings in the scores, unless they are in quarantine.</summary>
internal sealed class ResponseRecorder(
    DialogEngine engine, QuestionnaireSet questionnaires, StateColumns columns, ConversationStore store, CommentTagger tagger, SpeedCheck speed, IdSource ids)
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
        foreach (var change in AnswerRows.Changes(stored, Rows(state)))
            turn.Add(change);
    }

    /// <summary>An optional answer after submit; it may change what is noted at the comments too.</summary>
    public async Task AddAsync(Turn turn, SurveyEdit survey, string question, CancellationToken cancellationToken)
    {
        bool Concerned(object row) => row is CommentRow || ((AnswerRow)row).Item == question;
        var stored = await StoredAsync(survey.Row.Id, cancellationToken);
        foreach (var change in AnswerRows.Changes(stored.Where(Concerned), Rows(survey.State).Where(Concerned)))
            turn.Add(change);
    }

    private List<object> Rows(DialogState state)
    {
        var rows = AnswerRows.Of(state, Questions(state));
        foreach (var comment in rows.OfType<CommentRow>())
            tagger.Tag(comment, state.Answers.GetValueOrDefault(CommentTagger.About), state.Answers.GetValueOrDefault(CommentTagger.WentWrong), state.Language ?? "");
        return rows;
    }

    private async Task<IReadOnlyList<object>> StoredAsync(long responseId, CancellationToken cancellationToken)
    {
        var (answers, comments) = await store.AnswersAsync(responseId, cancellationToken);
        return [.. answers, .. comments];
    }

    private Questionnaire Questions(DialogState state) => questionnaires[state.Form ?? throw new InvalidOperationException("A response without a form was submitted.")];
}
