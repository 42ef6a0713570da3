using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;

namespace Bot.Conversations.Turns;

/// <summary>One turn at work: the conversation and its surveys as they are to be, and whatever else it wants written.</summary>
internal sealed class Turn
{
    private static readonly TimeSpan UseIsRecordedEvery = TimeSpan.FromDays(1);
    private readonly ConversationRow? _before;
    private readonly List<SurveyEdit> _surveys = new(1);
    private readonly TurnChanges _changes = new();

    public Turn(string id, ConversationKey key, ConversationSnapshot? before, DateTimeOffset now)
    {
        (Id, Key, Now, _before) = (id, key, now, before?.Row);
        LastCard = before?.LastCard;
        Row = before?.Row.Copy() ?? new ConversationRow { Id = id, Channel = key.Channel };
        if (before is { Response: { } response, State: { } state })
            _surveys.Add(Survey = SurveyEdit.Of(response, state));
    }

    public string Id { get; }

    public ConversationKey Key { get; }

    public DateTimeOffset Now { get; }

    /// <summary>False where nothing was known of the conversation before.</summary>
    public bool IsKnown => _before is not null;

    /// <summary>The conversation to be.</summary>
    public ConversationRow Row { get; }

    /// <summary>The survey that the conversation shows; null: none.</summary>
    public SurveyEdit? Survey { get; private set; }

    /// <summary>The survey's invitation, where this turn changes it.</summary>
    public InvitationEdit? Invitation { get; set; }

    /// <summary>Said once above the survey's card.</summary>
    public Notice? Notice { get; set; }

    /// <summary>What to show in place of the survey's card.</summary>
    public Card? Card { get; set; }

    /// <summary>A file to send beside the card; it is kept nowhere.</summary>
    public Attachment? Attachment { get; set; }

    /// <summary>What was shown last in place of the survey's card, if it was and is still known.</summary>
    public Card? LastCard { get; }

    /// <summary>The update was played before: nothing changes, the current card stays where it is.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Nothing is to be shown.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether the update's id must outlive a crash: a button counts once by its revision, anything else does so by this.</summary>
    public bool RecordUpdate { get; set; }

    /// <summary>The conversation was erased in this turn: nothing of it is written.</summary>
    public bool Erased { get; set; }

    /// <summary>Whether ratings entered or left the scores.</summary>
    public bool ScoresChanged { get; set; }

    /// <summary>Other conversations that this turn has changed.</summary>
    public List<string> Others { get; } = [];

    public void Add(RowChange change) => _changes.Add(change);

    /// <summary>Makes this the survey of the conversation. The one before is kept as it is.</summary>
    public void Open(SurveyEdit survey)
    {
        _surveys.Add(Survey = survey);
        Row.OpenResponseId = survey.Row.Id;
    }

    /// <summary>Deletes the survey of the conversation, which goes on showing its last card.</summary>
    public void Drop()
    {
        if (Survey is { } survey)
            survey.Dropped = true;
        Row.OpenResponseId = null;
    }

    /// <summary>Everything to be written; empty where nothing changed.</summary>
    public TurnChanges Finish(string? updateId, StateColumns columns)
    {
        if (Erased)
            return new TurnChanges();
        foreach (var survey in _surveys)
        {
            if (survey.IsChanged && !survey.Dropped)
                columns.Fill(survey, Now);
            if (survey.IsChanged && (survey.Before is not null || !survey.Dropped))
                _changes.Add(new RowChange(survey.Before, survey.Dropped ? null : survey.Row));
        }

        if (Invitation is { } invitation)
            _changes.Add(invitation.Change);
        FinishConversation(updateId);
        return _changes;
    }

    public ConversationSnapshot Snapshot() => Survey is { Dropped: false } survey
        ? new ConversationSnapshot(Row, survey.Row, survey.State, Card)
        : new ConversationSnapshot(Row, null, null, Card);

    private void FinishConversation(string? updateId)
    {
        var mustWrite = RecordUpdate || Differs();
        if (_changes.IsEmpty && !mustWrite)
            return;
        if (updateId is not null)
            Row.RecentUpdates = RecentUpdates.Add(Row.RecentUpdates, updateId);
        if (!mustWrite && _before is not null && Row.CardRef == _before.CardRef && Now - _before.UpdatedAt < UseIsRecordedEvery)
            return;
        Row.UpdatedAt = Now;
        Row.Renew();
        _changes.Add(new RowChange(_before, Row));
    }

    // The reference of the card is no change of its own.
    private bool Differs() => _before is null
        ? Row.OpenResponseId is not null || Row.Language is not null
        : Row.Language != _before.Language || Row.ConsentedAt != _before.ConsentedAt || Row.OpenResponseId != _before.OpenResponseId
            || Row.CardDueAt != _before.CardDueAt || Row.CardDueAttempts != _before.CardDueAttempts;
}
