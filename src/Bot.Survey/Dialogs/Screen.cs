namespace Bot.Survey.Dialogs;

/// <summary>What a card is about.</summary>
public enum Screen
{
    /// <summary>Choice of language, bilingual.</summary>
    Language,

    /// <summary>Greeting and consent.</summary>
    Consent,

    /// <summary>Consent was refused; the end.</summary>
    ConsentRefused,

    /// <summary>Choice of the service.</summary>
    Service,

    /// <summary>This service was rated less than 30 days ago: change that response, or was it given again?</summary>
    Again,

    /// <summary>A question of the questionnaire.</summary>
    Question,

    /// <summary>An answer is about to erase ratings: sure?</summary>
    ConfirmChange,

    /// <summary>All answers by criterion, submit, change.</summary>
    Review,

    /// <summary>The answers of one criterion, to pick the one to change.</summary>
    ChangeList,

    /// <summary>No result yet: when to ask again?</summary>
    AskLater,

    /// <summary>It will be asked later, or not; the end for now.</summary>
    Waiting,

    /// <summary>The application was withdrawn; the end.</summary>
    Withdrawn,

    /// <summary>An unfinished survey: is this you?</summary>
    Resume,

    /// <summary>Stopped by the person.</summary>
    Stopped,

    /// <summary>The term is over, answers erased; the end.</summary>
    Expired,

    /// <summary>Submitted, nothing more is asked; may be changed for 24 hours.</summary>
    Done,
}
