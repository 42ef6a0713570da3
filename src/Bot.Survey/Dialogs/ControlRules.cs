using System.Globalization;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Dialogs;

/// <summary>What the controls of a survey (back, submit, language …) do to the state.</summary>
internal sealed class ControlRules(SurveyCards cards, AnswerRules answers, SurveyEvents events, TextCatalogue texts)
{
    /// <summary>A control was pressed; the card has offered it.</summary>
    public DialogStep Act(DialogState state, string control, DateTimeOffset now)
    {
        if (control.StartsWith(Controls.Language, StringComparison.Ordinal))
            return SetLanguage(state, control[Controls.Language.Length..]);
        if (control == Controls.Back)
            return new DialogStep(Back(state), []);
        return state.Screen switch
        {
            Screen.Consent => Consent(state, control),
            Screen.Service => Service(state, control),
            Screen.Again => Again(state, control),
            Screen.Question => Question(state, control),
            Screen.ConfirmChange => Confirm(state, control),
            Screen.Review => Review(state, control, now),
            Screen.ChangeList => new DialogStep(state with { Screen = Screen.Question, Question = control[Controls.Change.Length..], Draft = "" }, []),
            Screen.AskLater => Later(state, control[Controls.Later.Length..], now),
            Screen.Waiting when control == Controls.ResultNow => SurveyEvents.AskOutcome(state),
            Screen.Resume => Resume(state, control, now),
            Screen.Stopped => new DialogStep(events.Resumed(state), []),
            _ => Ended(state, control),
        };
    }

    /// <summary>The first screen that still has something to ask.</summary>
    public DialogState Proceed(DialogState state, List<DialogFact> facts)
    {
        if (state.Language is null)
            return state with { Screen = Screen.Language };
        if (!state.Consented)
            return state with { Screen = Screen.Consent };
        if (state.ServiceId is null)
            return state with { Screen = Screen.Service };
        facts.Add(new DialogFact.ServiceChosen(state.ServiceId));
        return answers.Next(state with { Screen = Screen.Service });
    }

    public DialogStep SetLanguage(DialogState state, string? language)
    {
        if (language is null)
            return state.Screen == Screen.Language ? new(state, []) : new(state with { Screen = Screen.Language, Interrupted = SurveyEvents.Interruptible(state) }, []);
        if (texts.Languages.All(l => l.Code != language))
            return new DialogStep(state, []);
        var facts = new List<DialogFact> { new DialogFact.LanguageChosen(language) };
        var spoken = state with { Language = language };
        if (state.Screen == Screen.Language)
            spoken = state.Interrupted is { } back ? spoken with { Screen = back, Interrupted = null } : Proceed(spoken, facts);
        else if (language == state.Language)
            return new DialogStep(state, [], new Notice("start.language_set"));
        return new DialogStep(spoken, facts);
    }

    /// <summary>Words typed on the service card.</summary>
    public DialogStep SearchService(DialogState state, string text)
    {
        var query = text.Trim();
        query = query[..Math.Min(query.Length, 60)];
        var found = cards.Find(query);
        if (found.Count == 0)
            return new DialogStep(state, [], new Notice("service.nothing", ("query", query)));
        var sure = found.Count == 1 || (found[0].Strength == MatchStrength.Exact && found[1].Strength != MatchStrength.Exact);
        return sure ? Chosen(state, found[0].Service.Id) : new DialogStep(state with { Query = query, Page = 0 }, []);
    }

    private DialogStep Consent(DialogState state, string control)
    {
        if (control == Controls.More)
            return new DialogStep(state with { Draft = Controls.More }, []);
        if (control == Controls.Refuse)
            return new DialogStep(state with { Screen = Screen.ConsentRefused, Draft = "" }, [new DialogFact.ConsentRefused()]);
        var facts = new List<DialogFact> { new DialogFact.Consented() };
        return new DialogStep(Proceed(state with { Consented = true, Draft = "" }, facts), facts);
    }

    private DialogStep Service(DialogState state, string control)
    {
        if (control == Controls.AllServices)
            return new DialogStep(state with { Query = "", Page = 0 }, []);
        if (control == Controls.NotListed)
            return new DialogStep(state, [], new Notice("service.not_listed_reply"));
        if (control.StartsWith(Controls.Page, StringComparison.Ordinal))
            return new DialogStep(state with { Page = int.Parse(control[Controls.Page.Length..], CultureInfo.InvariantCulture) }, []);
        return Chosen(state, control[Controls.Service.Length..]);
    }

    private DialogStep Chosen(DialogState state, string serviceId)
    {
        // Coming back to the picker and choosing another service leaves answers that another questionnaire may not know.
        var kept = state.ServiceId == serviceId ? state : AnswerRules.Linked(state, state.Link) with { ServiceId = serviceId };
        return new DialogStep(answers.Next(kept), [new DialogFact.ServiceChosen(serviceId)]);
    }

    private DialogStep Again(DialogState state, string control) => control == Controls.Edit && state.EarlierId is { } earlier
        ? new DialogStep(state, [new DialogFact.ChangeEarlier(earlier)])
        : new DialogStep(answers.Next(state), []);

    private DialogStep Question(DialogState state, string control)
    {
        if (control == Controls.SkipAll)
            return SkipAll(state);
        var question = answers.Current(state);
        if (control == Controls.Skip)
            return answers.Answer(state, question, Answers.Skipped);
        return QuestionCards.Split(state.Draft).Count > 0 || (state.Draft.Length == 0 && state.Answers.GetValueOrDefault(question.Key, "").Length > 0)
            ? answers.Done(state)
            : new DialogStep(state, [], new Notice("flow.use_buttons_only"));
    }

    private DialogStep SkipAll(DialogState state)
    {
        var path = cards.Path(state);
        var skipped = state.Answers;
        for (var i = path.Questionnaire.SubmitIndex; i < path.Questionnaire.Questions.Count; i++)
            if (path.TruthOf(i) == Truth.Yes && !skipped.ContainsKey(path.Questionnaire.Questions[i].Key))
                skipped = skipped.SetItem(path.Questionnaire.Questions[i].Key, Answers.Skipped);
        return new DialogStep(state with { Answers = skipped, Screen = Screen.Done, Question = null, Draft = "" }, []);
    }

    private DialogStep Confirm(DialogState state, string control) => control == Controls.Yes
        ? answers.Confirmed(state)
        : new DialogStep(state with { Screen = Screen.Question, Draft = "", Erasing = 0 }, []);

    private DialogStep Review(DialogState state, string control, DateTimeOffset now)
    {
        if (control != Controls.Submit)
            return new DialogStep(Change(state, control[Controls.Change.Length..]), []);
        var submitted = state with { SubmittedAt = state.SubmittedAt ?? now };
        var path = cards.Path(submitted);
        return new DialogStep(AnswerRules.AfterSubmit(submitted, path, path.Questionnaire.SubmitIndex), [new DialogFact.Submitted()]);
    }

    private DialogState Change(DialogState state, string criterion)
    {
        var listed = state with { Screen = Screen.ChangeList, Changing = criterion };
        return SurveyCards.Changeable(listed, cards.Path(listed)).ToList() is [var only] ? listed with { Screen = Screen.Question, Question = only.Key } : listed;
    }

    private DialogStep Later(DialogState state, string choice, DateTimeOffset now)
    {
        var at = cards.Later.At(state, choice, now);
        return new DialogStep(state with { Screen = Screen.Waiting, AskAt = at, AsksLeft = at is null ? 0 : state.AsksLeft }, [new DialogFact.AskLater(at)]);
    }

    private DialogStep Resume(DialogState state, string control, DateTimeOffset now)
    {
        if (control == Controls.Continue)
            return new DialogStep(events.Resumed(state), []);
        if (control == Controls.OtherPerson)
            return new DialogStep(state, [new DialogFact.OtherPerson()]);
        var facts = new List<DialogFact>();
        var anew = AnswerRules.Linked(state, state.Link) with { StartedAt = now, Interrupted = null, Draft = "", Query = null, Changing = null, Page = 0 };
        return new DialogStep(Proceed(anew, facts), facts);
    }

    private static DialogStep Ended(DialogState state, string control) => control == Controls.Another
        ? new DialogStep(state, [new DialogFact.AnotherSurvey()])
        : SurveyEvents.Reopen(state);

    private DialogState Back(DialogState state)
    {
        switch (state.Screen)
        {
            case Screen.Service: return state with { Query = null, Page = 0 };
            // Another outcome may have been meant: that the application was withdrawn is one tap away from the others. The one taken back is no answer.
            case Screen.AskLater or Screen.Withdrawn: return state with { Screen = Screen.Question, Question = Answers.Outcome, Answers = state.Answers.Remove(Answers.Outcome) };
            case Screen.ChangeList: return state with { Screen = Screen.Review, Changing = null };
        }
        var path = cards.Path(state);
        var submit = path.Questionnaire.SubmitIndex;
        if (state.Screen == Screen.Review)
            return state.SubmittedAt is not null
                ? state with { Screen = Screen.Done }
                : Ask(state, path.LastAsked(0, submit));
        if (state.Changing is not null)
            return Change(state, state.Changing) is { Screen: Screen.ChangeList } list ? list with { Question = null, Draft = "" } : state with { Screen = Screen.Review, Changing = null, Question = null, Draft = "" };
        var at = path.Questionnaire.IndexOf(state.Question ?? "");
        return Ask(state, path.LastAsked(at >= submit ? submit : 0, at));
    }

    private static DialogState Ask(DialogState state, Question? question) => question is null
        ? state with { Screen = Screen.Service, Question = null, Draft = "", Query = null, Page = 0 }
        : state with { Screen = Screen.Question, Question = question.Key, Draft = "", Query = null };

}
