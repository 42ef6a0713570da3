using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;

namespace Bot.Conversations.Turns;

/// <summary>A survey while a turn works on it.</summary>
internal sealed class SurveyEdit(ResponseRow? before, ResponseRow row, DialogState state)
{
    private readonly DialogState _stateBefore = state;

    /// <summary>The survey as it stands in the database; null: begun in this turn.</summary>
    public ResponseRow? Before { get; } = before;

    /// <summary>The row to be.</summary>
    public ResponseRow Row { get; } = row;

    public DialogState State { get; set; } = state;

    /// <summary>The survey is to be deleted.</summary>
    public bool Dropped { get; set; }

    public bool IsChanged => Before is null || Dropped || !ReferenceEquals(State, _stateBefore);

    public static SurveyEdit Of(ResponseRow stored, DialogState state) => new(stored, stored.Copy(), state);
}
