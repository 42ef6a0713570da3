using System.Globalization;
using Bot.Survey.Catalogue;
using Bot.Survey.Questionnaires;

namespace Bot.Survey.Dialogs;

/// <summary>The cards of the questions.</summary>
internal sealed class QuestionCards(ServiceCatalogue catalogue)
{
    public Card Show(CardWriter writer, DialogState state, SurveyPath path)
    {
        var at = path.Questionnaire.IndexOf(state.Question ?? "");
        var question = path.Questionnaire.Questions[at];
        var afterSubmit = at >= path.Questionnaire.SubmitIndex;
        Head(writer, state, path, question, afterSubmit);
        switch (question.Kind)
        {
            case QuestionKind.Rating: Rating(writer, state, path, question); break;
            case QuestionKind.Choice: Choice(writer, state, path, question); break;
            case QuestionKind.MultiChoice: MultiChoice(writer, state, path, question); break;
            default: Body(writer, path, question, state); break;
        }
        if (question.Skippable)
            writer.Row(afterSubmit
                ? [writer.Control(writer.Text("scale.skip"), Controls.Skip), writer.Control(writer.Text("flow.skip_all"), Controls.SkipAll)]
                : [writer.Control(writer.Text("scale.skip"), Controls.Skip)]);
        return writer.Footer(HasBack(state, path, at)).Card(question.Kind is QuestionKind.Text or QuestionKind.Number or QuestionKind.Rating, KindOf(question), question.Maximum);
    }

    private static CardKind KindOf(Question question) => question.Kind switch
    {
        QuestionKind.Rating => CardKind.Rating,
        QuestionKind.Choice => CardKind.Choice,
        QuestionKind.MultiChoice => CardKind.Several,
        QuestionKind.Number => CardKind.Number,
        _ => CardKind.Text,
    };

    /// <summary>Options of a choice as the survey stands, in order.</summary>
    public IReadOnlyList<string> Options(Question question, DialogState state, SurveyPath path) => question.Source switch
    {
        OptionSource.Channels => state.ServiceId is { } id && catalogue.FindService(id) is { } service ? service.Channels : [],
        OptionSource.Regions => [.. catalogue.Regions.Select(r => r.Id), Region.Unknown],
        OptionSource.Criteria => [.. RatedCriteria(state, path), "other"],
        OptionSource.LowCriteria => Low(question, state, path),
        _ when question.Key == Answers.Outcome && state.SubmittedAt is not null =>
            [.. question.Options.Where(o => o is not (Answers.NotYet or Answers.WithdrawnByPerson))],
        _ => question.Options,
    };

    public static bool HasBack(DialogState state, SurveyPath path, int at)
    {
        var submit = path.Questionnaire.SubmitIndex;
        if (at >= submit)
            return path.LastAsked(submit, at) is not null;
        return state.Changing is not null || path.LastAsked(0, at) is not null || (state.Link.ServiceId is null && state.SubmittedAt is null);
    }

    public string OptionText(CardWriter writer, Question question, string option) => question.Source switch
    {
        OptionSource.Regions => catalogue.FindRegion(option)?.Name[writer.Language] ?? writer.Text("questions.region.unknown"),
        OptionSource.Criteria => option == "other" ? writer.Text("questions.comment.about_other") : writer.Text($"criteria.{option}"),
        _ => writer.Text($"{question.OptionTexts}.{option}"),
    };

    private void Head(CardWriter writer, DialogState state, SurveyPath path, Question question, bool afterSubmit)
    {
        if (afterSubmit)
        {
            var first = path.FirstOpen(path.Questionnaire.SubmitIndex, path.Questionnaire.Questions.Count) == question
                && path.LastAsked(path.Questionnaire.SubmitIndex, path.Questionnaire.IndexOf(question.Key)) is null;
            if (first)
                writer.Paragraph(writer.Text("flow.thanks"));
            return;
        }
        var (place, length) = path.Progress(question.Key);
        var progress = writer.Format("flow.progress", ("i", place), ("n", length));
        var topic = question.Criterion is { } criterion ? writer.Text($"criteria.{criterion}") : $"«{catalogue.FindService(state.ServiceId ?? "")?.ShortName[writer.Language]}»";
        writer.Paragraph($"{topic} · {progress}");
    }

    private static void Body(CardWriter writer, SurveyPath path, Question question, DialogState state, IReadOnlyList<string>? options = null)
    {
        writer.Paragraph(writer.Text(Wording(question, path)));
        var hint = $"questions.{question.Key}.hint";
        if (writer.Has(hint) && (question.HintFor is null || options?.Contains(question.HintFor, StringComparer.Ordinal) == true))
            writer.Paragraph(writer.Text(writer.OnChannel(hint)));
        if (question.Kind is QuestionKind.Text or QuestionKind.Number && state.Answers.TryGetValue(question.Key, out var given) && given.Length > 0)
            writer.Paragraph($"✓ {given}");
    }

    private static string Wording(Question question, SurveyPath path)
    {
        foreach (var variant in question.Variants)
            if (variant.When.Evaluate(path) == Truth.Yes)
                return variant.Text;
        return question.Text;
    }

    private static void Rating(CardWriter writer, DialogState state, SurveyPath path, Question question)
    {
        if (question.Criterion is null)
            Body(writer, path, question, state);
        else
            writer.Paragraph(writer.Text("scale.header")).Line(writer.Text(Wording(question, path)));
        writer.Paragraph(writer.Text("scale.hint"));
        var given = state.Answers.GetValueOrDefault(question.Key);
        var row = new CardButton[5];
        for (var rating = 1; rating <= 5; rating++)
        {
            var value = rating.ToString(CultureInfo.InvariantCulture);
            var label = writer.Text($"scale.buttons.{value}");
            row[rating - 1] = writer.Button(given == value ? $"✓ {label}" : label, question.Key, value, rating is 1 or 5 ? writer.Text($"scale.spoken_ends.{value}") : null);
        }
        writer.Row(row);
        if (question.Criterion is not null)
            writer.Row(writer.Button(Mark(writer.Text("scale.not_applicable"), given == Answers.NotApplicable), question.Key, Answers.NotApplicable));
    }

    private void Choice(CardWriter writer, DialogState state, SurveyPath path, Question question)
    {
        var options = Options(question, state, path);
        if (question.Source == OptionSource.Regions && state.Query is { } query)
            options = Found(query, options, writer);
        Body(writer, path, question, state, options);
        var given = state.Answers.GetValueOrDefault(question.Key);
        var buttons = options.Select(o => writer.Button(Mark(OptionText(writer, question, o), o == given), question.Key, o)).ToArray();
        if (buttons.Length == 2 && buttons.All(b => b.Text.Length <= CardLimits.ButtonText / 2))
            writer.Row(buttons);
        else
            foreach (var button in buttons)
                writer.Row(button);
    }

    private string[] Found(string query, IReadOnlyList<string> all, CardWriter writer)
    {
        var findings = _regions.Find(query);
        if (findings.Ambiguous is { } ambiguous)
            writer.Paragraph(ambiguous.Ask[writer.Language]);
        return findings.Matches.Count > 0 ? [.. findings.Matches.Select(m => m.Region.Id)] : [.. all];
    }

    private readonly RegionSearch _regions = new(catalogue);

    public RegionFindings FindRegion(string query) => _regions.Find(query);

    private void MultiChoice(CardWriter writer, DialogState state, SurveyPath path, Question question)
    {
        Body(writer, path, question, state);
        var ticked = Split(state.Draft.Length > 0 ? state.Draft : state.Answers.GetValueOrDefault(question.Key) ?? "");
        foreach (var option in Options(question, state, path))
        {
            var label = OptionText(writer, question, option);
            var alone = question.Exclusive.Contains(option, StringComparer.Ordinal);
            var mark = ticked.Contains(option) ? "☑ " : alone ? "" : "☐ ";
            writer.Row(writer.Button(mark + label, question.Key, option));
        }
        if (ticked.Count > 0)
            writer.Row(writer.Control(writer.Text("flow.done"), Controls.Done));
    }

    /// <summary>Options ticked in a multiple choice.</summary>
    public static SortedSet<string> Split(string draft) => new(draft.Split(',', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static string Mark(string label, bool given) => given ? $"✓ {label}" : label;

    private static IEnumerable<string> RatedCriteria(DialogState state, SurveyPath path) =>
        path.Questionnaire.Criteria.Where(c => path.Questionnaire.Questions.Any(q => q.Criterion == c && q.Counted && state.Answers.ContainsKey(q.Key)));

    private static List<string> Low(Question question, DialogState state, SurveyPath path)
    {
        var low = path.Questionnaire.Questions
            .Where(q => q.Counted && Answers.Rating(state.Answers.GetValueOrDefault(q.Key, "")) <= 3)
            .Select(q => q.Criterion!).Append("common").ToHashSet(StringComparer.Ordinal);
        var foreign = question.OnlyIn.Where(f => f.Key != state.Form).SelectMany(f => f.Value).ToHashSet(StringComparer.Ordinal);
        return [.. question.Options.Where(o => low.Contains(o[..o.IndexOf('.', StringComparison.Ordinal)]) && !foreign.Contains(o))];
    }
}
