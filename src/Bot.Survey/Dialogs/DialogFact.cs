namespace Bot.Survey.Dialogs;

/// <summary>What the host has to store or do because of a step; everything else is in the state.</summary>
public abstract record DialogFact
{
    private DialogFact() { }

    /// <summary>The language of the conversation is now this one.</summary>
    /// <param name="Language">Language code.</param>
    public sealed record LanguageChosen(string Language) : DialogFact;

    /// <summary>The person consented to the processing of their data.</summary>
    public sealed record Consented : DialogFact;

    /// <summary>The person refused consent: the survey is to be deleted.</summary>
    public sealed record ConsentRefused : DialogFact;

    /// <summary>The service is known: the host looks for an earlier response and, if there is one, feeds <see cref="DialogInput.EarlierFound"/>.</summary>
    /// <param name="ServiceId">Id in the catalogue.</param>
    public sealed record ServiceChosen(string ServiceId) : DialogFact;

    /// <summary>Submitted, or submitted again after a change: the state's answers are the response's answers from now on.</summary>
    public sealed record Submitted : DialogFact;

    /// <summary>An optional answer was given after submit; it adds to the submitted response.</summary>
    /// <param name="Question">Key of the question.</param>
    public sealed record Added(string Question) : DialogFact;

    /// <summary>The application was withdrawn by the person: recorded, never counted.</summary>
    public sealed record Withdrawn : DialogFact;

    /// <summary>No result yet; ask again at the given time, or never.</summary>
    /// <param name="At">When; null: do not ask.</param>
    public sealed record AskLater(DateTimeOffset? At) : DialogFact;

    /// <summary>The answers were erased because the term was over.</summary>
    public sealed record Expired : DialogFact;

    /// <summary>The person wants to change an earlier response instead: the host opens that one and drops this one.</summary>
    /// <param name="ResponseId">The earlier response.</param>
    public sealed record ChangeEarlier(long ResponseId) : DialogFact;

    /// <summary>The person wants to rate one more service: the host opens a new survey in this conversation.</summary>
    public sealed record AnotherSurvey : DialogFact;

    /// <summary>Another person holds the phone: the host detaches this survey and begins afresh, language and consent unknown.</summary>
    public sealed record OtherPerson : DialogFact;
}
