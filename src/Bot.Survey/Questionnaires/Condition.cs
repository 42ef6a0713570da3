namespace Bot.Survey.Questionnaires;

/// <summary>Whether a condition holds, as far as it is known now.</summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>It depends on something not answered yet.</summary>
    Maybe,

    /// <summary>It holds.</summary>
    Yes,
}

/// <summary>What conditions ask about.</summary>
public interface IConditionFacts
{
    /// <summary>The answer to a question, empty for «skipped», null for «not answered yet».</summary>
    string? Answer(string question);

    /// <summary>A fact about the service and the link (see <see cref="FactNames"/>); null where it is not known yet.</summary>
    string? Fact(string name);

    /// <summary>The lowest counted rating so far, or null.</summary>
    int? LowestRating { get; }
}

/// <summary>A small declarative condition over earlier answers and facts.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Always holds.</summary>
    public static Condition Always { get; } = new All([]);

    /// <summary>Evaluates it.</summary>
    public abstract Truth Evaluate(IConditionFacts facts);

    /// <summary>Every part holds; none: holds.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(IConditionFacts facts)
        {
            var least = Truth.Yes;
            foreach (var part in Parts)
                if (part.Evaluate(facts) is var t && t < least)
                    least = t;
            return least;
        }
    }

    /// <summary>At least one part holds.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(IConditionFacts facts)
        {
            var most = Truth.No;
            foreach (var part in Parts)
                if (part.Evaluate(facts) is var t && t > most)
                    most = t;
            return most;
        }
    }

    /// <summary>The answer to a question is, or (multiple choice) holds, one of the options; no options: it is answered at all.</summary>
    /// <param name="Question">Key of the question.</param>
    /// <param name="In">Option keys.</param>
    public sealed record Answered(string Question, IReadOnlyList<string> In) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(IConditionFacts facts)
        {
            if (facts.Answer(Question) is not { } answer)
                return Truth.Maybe;
            if (In.Count == 0)
                return answer.Length > 0 ? Truth.Yes : Truth.No;
            foreach (var chosen in answer.AsSpan().Split(','))
                foreach (var option in In)
                    if (answer.AsSpan(chosen).SequenceEqual(option))
                        return Truth.Yes;
            return Truth.No;
        }
    }

    /// <summary>A fact has one of the values.</summary>
    /// <param name="Name">One of <see cref="FactNames"/>.</param>
    /// <param name="In">Values.</param>
    public sealed record Fact(string Name, IReadOnlyList<string> In) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(IConditionFacts facts) => facts.Fact(Name) switch
        {
            null => Truth.Maybe,
            var value => In.Contains(value, StringComparer.Ordinal) ? Truth.Yes : Truth.No,
        };
    }

    /// <summary>Some counted rating is this low.</summary>
    /// <param name="Rating">Greatest rating that is low, 1–5.</param>
    public sealed record RatedAtMost(int Rating) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(IConditionFacts facts) => facts.LowestRating <= Rating ? Truth.Yes : Truth.No;
    }
}
