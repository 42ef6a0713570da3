namespace Bot.Survey.Questionnaires;

/// <summary>One question of a questionnaire. A rating with a <see cref="Criterion"/> is an item of the method and is counted.</summary>
public sealed record Question
{
    /// <summary>Unique within the questionnaire; the column name in exports.</summary>
    public required string Key { get; init; }

    /// <summary>How it is answered.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The criterion it belongs to; null before and after the ratings.</summary>
    public string? Criterion { get; init; }

    /// <summary>The body answerable for the item (<c>portal</c>, <c>front_office</c>, <c>authority</c>); null where nobody is.</summary>
    public string? Zone { get; init; }

    /// <summary>Key of its text.</summary>
    public required string Text { get; init; }

    /// <summary>Other wordings; the first whose condition holds is used.</summary>
    public IReadOnlyList<QuestionText> Variants { get; init; } = [];

    /// <summary>Key of its short name in lists.</summary>
    public required string Label { get; init; }

    /// <summary>Key under which the texts of its options stand.</summary>
    public required string OptionTexts { get; init; }

    /// <summary>Where its options come from.</summary>
    public OptionSource Source { get; init; } = OptionSource.Listed;

    /// <summary>Option keys, in order; for <see cref="OptionSource.LowCriteria"/> <c>criterion.option</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Options that stand alone in a multiple choice.</summary>
    public IReadOnlyList<string> Exclusive { get; init; } = [];

    /// <summary>Form to those options that make sense only in it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OnlyIn { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Option without which its hint says nothing; null: the hint is always shown.</summary>
    public string? HintFor { get; init; }

    /// <summary>Whether it may be left unanswered.</summary>
    public bool Skippable { get; init; }

    /// <summary>When it is asked.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Least number.</summary>
    public int Minimum { get; init; }

    /// <summary>Greatest number, or characters of a text.</summary>
    public int Maximum { get; init; }

    /// <summary>Whether its rating enters the scores.</summary>
    public bool Counted => Kind == QuestionKind.Rating && Criterion is not null;
}

/// <summary>Another wording of a question.</summary>
/// <param name="When">When it is used.</param>
/// <param name="Text">Key of the text.</param>
public sealed record QuestionText(Condition When, string Text);
