namespace Bot.Survey.Questionnaires;

/// <summary>Facts that a condition may ask about, with their values.</summary>
public static class FactNames
{
    /// <summary>Whether the service is paid: <c>yes</c>, <c>no</c>, <c>depends</c>.</summary>
    public const string Paid = "paid";

    /// <summary>The form: <c>electronic</c>, <c>paper</c>, <c>proactive</c>; not known before the channel used is.</summary>
    public const string Form = "form";

    /// <summary><c>known</c> where the link names the form, else <c>open</c>: the channel used must tell.</summary>
    public const string LinkedForm = "linkedForm";

    /// <summary><c>known</c> where the link names the region, else <c>open</c>.</summary>
    public const string LinkedRegion = "linkedRegion";

    /// <summary>Where the survey is answered: <c>telegram</c>, where the bot may write first, <c>web</c> or <c>page</c>.</summary>
    public const string SurveyChannel = "surveyChannel";

    /// <summary>All of them with their values.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Paid] = ["yes", "no", "depends"],
        [Form] = ["electronic", "paper", "proactive"],
        [LinkedForm] = ["known", "open"],
        [LinkedRegion] = ["known", "open"],
        [SurveyChannel] = ["telegram", "web", "page"],
    };
}
