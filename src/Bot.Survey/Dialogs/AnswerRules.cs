using System.Globalization;
using Bot.Survey.Catalogue;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Dialogs;

/// <summary>What an answer does to the state: it is kept, what it shuts is erased (after a question), the next card follows.</summary>
internal sealed class AnswerRules(SurveyCards cards, ServiceCatalogue catalogue, DialogSettings settings)
{
    /// <summary>The link without the parts that do not fit the catalogue.</summary>
    public static SurveyLink Fitting(SurveyLink link, ServiceCatalogue catalogue)
    {
        var service = link.ServiceId is { } id ? catalogue.FindService(id) : null;
        var form = ServiceForms.TryParse(link.Form, out var parsed) && service?.Has(parsed) == true ? link.Form : null;
        var channel = form is not null && link.UsedChannel is { } used && catalogue.FormOf(used)?.Id() == form ? used : null;
        var region = link.RegionId is { } r && (r == Catalogue.Region.Unknown || catalogue.FindRegion(r) is not null) ? r : null;
        return link with { ServiceId = service?.Id, Form = form, RegionId = region, UsedChannel = channel };
    }

    /// <summary>The state with the link's decisions in it and no answers.</summary>
    public static DialogState Linked(DialogState state, SurveyLink link) => state with
    {
        Link = link,
        ServiceId = link.ServiceId,
        Form = link.Form,
        RegionId = link.RegionId,
        Pace = default,
        HasNoResult = false,
        Answers = link.UsedChannel is { } used ? state.Answers.Clear().SetItem(Answers.Channel, used) : state.Answers.Clear(),
    };

    /// <summary>Whether the card asks for a rating.</summary>
    public bool IsRating(DialogState state) => state.Screen == Screen.Question && Current(state).Kind == QuestionKind.Rating;

    /// <summary>An option or a rating was pressed; the card has offered it.</summary>
    public DialogStep Press(DialogState state, string key, string value)
    {
        var question = Current(state);
        if (question.Key != key)
            return new DialogStep(state, []);
        if (question.Kind != QuestionKind.MultiChoice || question.Exclusive.Contains(value, StringComparer.Ordinal))
            return Answer(state, question, value);
        var ticked = QuestionCards.Split(state.Draft.Length > 0 ? state.Draft : state.Answers.GetValueOrDefault(key, ""));
        ticked.ExceptWith(question.Exclusive);
        if (!ticked.Remove(value))
            ticked.Add(value);
        // A lone comma stands for «all ticks taken away», which an empty draft would not.
        return new DialogStep(state with { Draft = ticked.Count == 0 ? "," : string.Join(',', ticked) }, []);
    }

    /// <summary>The ticked options are the answer.</summary>
    public DialogStep Done(DialogState state)
    {
        var question = Current(state);
        var draft = state.Draft.Length > 0 ? state.Draft : state.Answers.GetValueOrDefault(question.Key, "");
        var chosen = QuestionCards.Split(draft);
        var inOrder = cards.Questions.Options(question, state, cards.Path(state)).Where(chosen.Contains);
        return Answer(state, question, string.Join(',', inOrder));
    }

    /// <summary>A text was typed on a question's card; null where the question has no use for it.</summary>
    public DialogStep? Typed(DialogState state, string text, TypedAnswers typed)
    {
        var question = Current(state);
        switch (question.Kind)
        {
            case QuestionKind.Rating:
                return typed.Rating(text) is { } rating ? Answer(state, question, rating.ToString(CultureInfo.InvariantCulture)) : null;
            case QuestionKind.Choice when typed.YesOrNo(text) is { } yesNo && question.Options.Contains(yesNo, StringComparer.Ordinal):
                return Answer(state, question, yesNo);
            case QuestionKind.Choice when question.Source == OptionSource.Regions:
                return TypedAnswers.Button(text, cards.Show(state, null, state.ChangedAt)) is null ? Region(state, question, text) : null;
            case QuestionKind.Number:
                return Number(state, question, text);
            case QuestionKind.Text:
                return Comment(state, question, text);
            default:
                return null;
        }
    }

    /// <summary>Moves on after an answer: to the first open question, or the review, or the end.</summary>
    public DialogState Next(DialogState state)
    {
        var path = cards.Path(state);
        var submit = path.Questionnaire.SubmitIndex;
        if (state.Screen == Screen.Question && path.Questionnaire.IndexOf(state.Question ?? "") is var at && at >= submit)
            return AfterSubmit(state, path, at + 1);
        return path.FirstOpen(0, submit) is { } open
            ? state with { Screen = Screen.Question, Question = open.Key, Changing = null, Draft = "", Query = null, Page = 0 }
            : state with { Screen = Screen.Review, Question = null, Changing = null, Draft = "", Query = null, Page = 0 };
    }

    /// <summary>The first optional card after submit, or the end.</summary>
    public static DialogState AfterSubmit(DialogState state, SurveyPath path, int from) =>
        path.FirstOpen(from, path.Questionnaire.Questions.Count) is { } open
            ? state with { Screen = Screen.Question, Question = open.Key, Draft = "", Query = null }
            : state with { Screen = Screen.Done, Question = null, Draft = "", Query = null };

    /// <summary>The question on the card.</summary>
    public Question Current(DialogState state) => cards.QuestionnaireOf(state).Find(state.Question ?? "")
        ?? throw new InvalidOperationException($"The questionnaire has no question \"{state.Question}\".");

    /// <summary>Takes an answer; asks first where it would erase ratings.</summary>
    public DialogStep Answer(DialogState state, Question question, string value)
    {
        var applied = Apply(state, question.Key, value);
        var erased = Ratings(state) - Ratings(applied) - (question.Counted && Answers.Rating(state.Answers.GetValueOrDefault(question.Key, "")) is not null && Answers.Rating(value) is null ? 1 : 0);
        return erased > 0
            ? new DialogStep(state with { Screen = Screen.ConfirmChange, Question = question.Key, Draft = value, Erasing = erased }, [])
            : Accept(applied, question.Key, value);
    }

    /// <summary>Keeps the answer that had to be confirmed, and moves on.</summary>
    public DialogStep Confirmed(DialogState state) => Accept(Apply(state, state.Question ?? "", state.Draft), state.Question ?? "", state.Draft);

    private DialogStep Accept(DialogState answered, string key, string value)
    {
        var applied = answered with { Screen = Screen.Question, Draft = "", Erasing = 0 };
        if (key == Answers.Outcome)
            applied = applied with { HasNoResult = value == Answers.NotYet };
        if (key == Answers.Outcome && value == Answers.NotYet)
            return new DialogStep(applied with { Screen = applied.AsksLeft > 0 ? Screen.AskLater : Screen.Waiting, Question = null, Changing = null, AskAt = null }, []);
        if (key == Answers.Outcome && value == Answers.WithdrawnByPerson)
            return new DialogStep(applied with { Screen = Screen.Withdrawn, Question = null, Changing = null }, [new DialogFact.Withdrawn()]);
        var questionnaire = cards.QuestionnaireOf(applied);
        IReadOnlyList<DialogFact> facts = questionnaire.IndexOf(key) >= questionnaire.SubmitIndex ? [new DialogFact.Added(key)] : [];
        var notice = key == Answers.Outcome && value == "refused" ? new Notice("questions.outcome.refused_note")
            : value.Split(',').Contains("cost.unofficial", StringComparer.Ordinal) ? new Notice("questions.went_wrong.unofficial_note", ("number", settings.ReportTo)) : null;
        return new DialogStep(Next(applied), facts, notice);
    }

    private DialogStep? Region(DialogState state, Question question, string text)
    {
        var findings = cards.Questions.FindRegion(text);
        if (findings.Ambiguous is null && (findings.Matches.Count == 1 || (findings.Matches.Count > 1 && findings.Matches[0].Strength > findings.Matches[1].Strength)))
            return Answer(state, question, findings.Matches[0].Region.Id);
        return findings.Matches.Count == 0
            ? null
            : new DialogStep(state with { Query = text[..Math.Min(text.Length, 60)] }, []);
    }

    private DialogStep? Number(DialogState state, Question question, string text)
    {
        var typed = text.Trim().TrimEnd('.');
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= question.Minimum && number <= question.Maximum)
            return Answer(state, question, number.ToString(CultureInfo.InvariantCulture));
        return typed.Any(char.IsDigit) ? new DialogStep(state, [], new Notice($"questions.{question.Key}.invalid", ("max", question.Maximum))) : null;
    }

    private DialogStep? Comment(DialogState state, Question question, string text)
    {
        var comment = text.Trim();
        if (comment.Length == 0 || (comment.Length <= CardLimits.ButtonText && TypedAnswers.Button(comment, cards.Show(state, null, state.ChangedAt)) is { } button && button.Text.Length == comment.Length))
            return null;
        return comment.Length > question.Maximum
            ? new DialogStep(state, [], new Notice("questions.comment.too_long", ("max", question.Maximum)))
            : Answer(state, question, comment);
    }

    /// <summary>The state with one answer more, and without those that are no longer asked for.</summary>
    private DialogState Apply(DialogState state, string key, string value)
    {
        var next = state with { Answers = state.Answers.SetItem(key, value) };
        if (key == Answers.Channel)
            next = next with { Form = catalogue.FormOf(value)?.Id() };
        if (key == Answers.Region)
            next = next with { RegionId = value };
        var path = cards.Path(next);
        var kept = next.Answers;
        foreach (var answered in next.Answers.Keys)
            if (path.Questionnaire.IndexOf(answered) is var at && (at < 0 || path.TruthOf(at) == Truth.No) && answered != Answers.Channel)
                kept = kept.Remove(answered);
        return ReferenceEquals(kept, next.Answers) ? next : next with { Answers = kept };
    }

    private int Ratings(DialogState state)
    {
        var questionnaire = cards.QuestionnaireOf(state);
        var count = 0;
        foreach (var (key, value) in state.Answers)
            if (Answers.Rating(value) is not null && questionnaire.Find(key) is { Counted: true })
                count++;
        return count;
    }
}
