namespace Bot.Survey.Questionnaires;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>A statement rated 1–5, or «does not concern me / do not know».</summary>
    Rating,

    /// <summary>One option.</summary>
    Choice,

    /// <summary>One option or more; an exclusive option stands alone.</summary>
    MultiChoice,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Free text.</summary>
    Text,
}
