using System.Globalization;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Survey.Questionnaires;

namespace Bot.Conversations.Turns;

/// <summary>The answers of a state as rows.</summary>
internal static class AnswerRows
{
    /// <summary>The row of one answer; null where the question was skipped or is not asked.</summary>
    public static object? Of(DialogState state, string key, Questionnaire questionnaire)
    {
        if (state.Answers.GetValueOrDefault(key) is not { Length: > 0 } value || questionnaire.Find(key) is not { } question)
            return null;
        if (question.Kind == QuestionKind.Text)
            return new CommentRow { ResponseId = state.ResponseId, Item = key, ServiceId = state.ServiceId ?? "", Text = value, Language = state.Language ?? "" };
        var number = question.Kind is QuestionKind.Rating or QuestionKind.Number && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : (int?)null;
        return new AnswerRow
        {
            ResponseId = state.ResponseId,
            Item = key,
            Value = number,
            Choice = number is null ? value : null,
            ServiceId = question.Source == OptionSource.LowCriteria || key is DaysTaken.Days or DaysTaken.Unit ? state.ServiceId : null,
        };
    }

    public static List<object> Of(DialogState state, Questionnaire questionnaire)
    {
        var rows = new List<object>(state.Answers.Count);
        foreach (var key in state.Answers.Keys)
        {
            if (Of(state, key, questionnaire) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>What makes the stored rows into the wanted ones.</summary>
    public static IEnumerable<RowChange> Changes(IEnumerable<object> stored, IEnumerable<object> wanted)
    {
        var left = stored.ToDictionary(Key);
        foreach (var row in wanted)
        {
            if (left.Remove(Key(row), out var old) && old is CommentRow before && row is CommentRow after && before.Text == after.Text)
                (after.Language, after.Handling, after.HandledBy) = (before.Language, before.Handling, before.HandledBy);
            yield return old is null ? RowChange.Insert(row) : new RowChange(old, row);
        }

        foreach (var old in left.Values)
            yield return RowChange.Delete(old);
    }

    private static (Type Kind, string Item) Key(object row) => row is AnswerRow answer ? (typeof(AnswerRow), answer.Item) : (typeof(CommentRow), ((CommentRow)row).Item);
}
