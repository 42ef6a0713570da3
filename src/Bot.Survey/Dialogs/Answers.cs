namespace Bot.Survey.Dialogs;

/// <summary>Values an answer may have besides options.</summary>
public static class Answers
{
    /// <summary>«Does not concern me / do not know»: leaves the base.</summary>
    public const string NotApplicable = "na";

    /// <summary>Skipped.</summary>
    public const string Skipped = "";

    /// <summary>Key of the question about the result of the service.</summary>
    public const string Outcome = "outcome";

    /// <summary>Key of the question about the way the service was got.</summary>
    public const string Channel = "channel";

    /// <summary>Key of the question about the region.</summary>
    public const string Region = "region";

    /// <summary>Key of the question whether the person may be asked again once what they rated low has been mended.</summary>
    public const string AskAgain = "ask_again";

    /// <summary>Its answer: yes.</summary>
    public const string Yes = "yes";

    /// <summary>Outcome: no result yet; nothing is rated.</summary>
    public const string NotYet = "not_yet";

    /// <summary>Outcome: the person took the application back; nothing is rated.</summary>
    public const string WithdrawnByPerson = "withdrawn";

    /// <summary>The rating an answer is; null for «not applicable» and anything else.</summary>
    public static int? Rating(string answer) => answer is [>= '1' and <= '5'] ? answer[0] - '0' : null;
}
