namespace Bot.Survey.Dialogs;

/// <summary>What happens to a survey from outside its cards: coming back, stopping, time, an earlier response.</summary>
internal sealed class SurveyEvents(AnswerRules answers)
{
    /// <summary>Somebody comes (back) to an unfinished survey: is it the same person? Not asked before there is anything to protect.</summary>
    public DialogStep Interrupt(DialogState state)
    {
        if (state.Screen is Screen.Stopped && (state.ServiceId is null || state.Answers.IsEmpty))
            return new DialogStep(Resumed(state), []);
        if (DialogEngine.IsFinished(state) || state.ServiceId is null || state.Answers.IsEmpty || state.Screen is Screen.Resume or Screen.Language or Screen.Consent)
            return new DialogStep(state, []);
        if (state.Screen == Screen.Waiting)
            return AskOutcome(state);
        return new DialogStep(state with { Screen = Screen.Resume, Interrupted = Interruptible(state) }, []);
    }

    public static DialogStep Stop(DialogState state) => DialogEngine.IsFinished(state)
        ? new(state.SubmittedAt is not null && state.Screen != Screen.Done ? state with { Screen = Screen.Done, Question = null, Changing = null, Draft = "" } : state, [])
        : state.Screen is Screen.Stopped or Screen.Waiting ? new(state, []) : new(state with { Screen = Screen.Stopped, Interrupted = Interruptible(state) }, []);

    public static DialogStep Expire(DialogState state) => state.SubmittedAt is not null || state.Screen == Screen.Expired
        ? new DialogStep(state, [])
        : new DialogStep(AnswerRules.Linked(state, state.Link) with { Screen = Screen.Expired, Interrupted = null, Question = null, Draft = "", Query = null, Changing = null, AskAt = null }, [new DialogFact.Expired()]);

    /// <summary>The time has come to ask for the outcome once more, whatever the person was choosing meanwhile. Who has been asked is not asked twice.</summary>
    public static DialogStep AskAgain(DialogState state) => state.AskAt is not null && IsAsked(state) ? AskOutcome(state with { AsksLeft = state.AsksLeft - 1 }) : new DialogStep(state, []);

    /// <summary>Asks for the outcome once more because the person came back.</summary>
    public static DialogStep AskOutcome(DialogState state) =>
        new(state with { Screen = Screen.Question, Interrupted = null, Question = Answers.Outcome, Answers = state.Answers.Remove(Answers.Outcome), AskAt = null }, []);

    public static DialogStep ResultGiven(DialogState state, DateTimeOffset at) => new(IsAsked(state) ? state with { AskAt = at } : state, []);

    private static bool IsAsked(DialogState state) => state is { HasNoResult: true, AsksLeft: > 0, SubmittedAt: null };

    public static DialogStep EarlierFound(DialogState state, DialogInput.EarlierFound earlier) => state.ServiceId is null || state.SubmittedAt is not null
        ? new DialogStep(state, [])
        : new DialogStep(state with { Screen = Screen.Again, EarlierId = earlier.ResponseId, EarlierAt = earlier.SubmittedAt }, []);

    public static DialogStep Reopen(DialogState state) => state.SubmittedAt is null
        ? new DialogStep(state, [])
        : new DialogStep(state with { Screen = Screen.Review, Question = null, Changing = null, Draft = "" }, []);

    /// <summary>Back to the screen that was interrupted.</summary>
    public DialogState Resumed(DialogState state) =>
        state.Interrupted is { } screen ? state with { Screen = screen, Interrupted = null } : answers.Next(state with { Screen = Screen.Service });

    /// <summary>The screen to come back to; what interrupted before is not interrupted again.</summary>
    public static Screen Interruptible(DialogState state) =>
        state.Screen is Screen.Resume or Screen.Stopped or Screen.Language ? state.Interrupted ?? Screen.Service : state.Screen;
}
