namespace Bot.Survey.Questionnaires;

/// <summary>Whether some path through a questionnaire makes a condition hold.</summary>
internal static class Reachability
{
    /// <summary>True where earlier, reachable questions and the facts can make it hold; conditions that name what does not exist are reported.</summary>
    public static bool CanHold(Condition condition, Question asked, Questionnaire questionnaire, IReadOnlySet<string> reachable, Action<string, string> fault) => condition switch
    {
        Condition.All all => Parts(all.Parts, asked, questionnaire, reachable, fault).TrueForAll(held => held) && !Contradicts(all, questionnaire),
        Condition.Any any => Parts(any.Parts, asked, questionnaire, reachable, fault).Contains(true),
        Condition.Answered answered => Answered(answered, asked, questionnaire, reachable, fault),
        Condition.Fact fact => Fact(fact, asked, questionnaire, fault),
        Condition.RatedAtMost rated => rated.Rating is >= 1 and <= 5 && questionnaire.Questions.Any(q => q.Counted && reachable.Contains(q.Key)),
        _ => false,
    };

    // Every part is looked at, so that every fault is reported.
    private static List<bool> Parts(IReadOnlyList<Condition> parts, Question asked, Questionnaire questionnaire, IReadOnlySet<string> reachable, Action<string, string> fault) =>
        [.. parts.Select(p => CanHold(p, asked, questionnaire, reachable, fault))];

    private static bool Answered(Condition.Answered condition, Question asked, Questionnaire questionnaire, IReadOnlySet<string> reachable, Action<string, string> fault)
    {
        if (questionnaire.Find(condition.Question) is not { } question)
        {
            fault(asked.Key, $"its condition names the question «{condition.Question}», which does not exist");
            return false;
        }
        if (question.Source is OptionSource.Listed or OptionSource.LowCriteria)
            foreach (var option in condition.In.Where(o => !question.Options.Contains(o, StringComparer.Ordinal)))
                fault(asked.Key, $"its condition names «{option}», which is no option of «{question.Key}»");
        return reachable.Contains(condition.Question) &&
            (condition.In.Count == 0 || question.Source == OptionSource.Channels || condition.In.Any(o => question.Options.Contains(o, StringComparer.Ordinal)));
    }

    private static bool Fact(Condition.Fact condition, Question asked, Questionnaire questionnaire, Action<string, string> fault)
    {
        if (!FactNames.Values.TryGetValue(condition.Name, out var values))
        {
            fault(asked.Key, $"its condition names the fact «{condition.Name}», which is none of {string.Join(", ", FactNames.Values.Keys)}");
            return false;
        }
        foreach (var value in condition.In.Where(v => !values.Contains(v, StringComparer.Ordinal)))
            fault(asked.Key, $"its condition names «{value}», which the fact «{condition.Name}» never is");
        // The questions after submit are shared by all forms: one that only another form reaches is no fault here.
        var shared = questionnaire.IndexOf(asked.Key) >= questionnaire.SubmitIndex;
        return condition.In.Any(v => values.Contains(v, StringComparer.Ordinal) && (condition.Name != FactNames.Form || shared || v == questionnaire.Form));
    }

    /// <summary>Two parts that want different answers of one single-choice question.</summary>
    private static bool Contradicts(Condition.All all, Questionnaire questionnaire)
    {
        var wanted = Flat(all).OfType<Condition.Answered>().Where(a => a.In.Count > 0 && questionnaire.Find(a.Question)?.Kind == QuestionKind.Choice);
        return wanted.GroupBy(a => a.Question, StringComparer.Ordinal)
            .Any(g => g.Select(a => a.In.AsEnumerable()).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).Any() is false);
    }

    private static IEnumerable<Condition> Flat(Condition condition) => condition is Condition.All all ? all.Parts.SelectMany(Flat) : [condition];
}
