namespace Bot.Survey.Questionnaires;

/// <summary>Something wrong in a questionnaire file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Where">The question or property.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record QuestionnaireFault(string File, string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Where}: {What}";
}
