namespace Bot.Survey.Dialogs;

/// <summary>What the dialog needs to know of the operator.</summary>
/// <param name="Operator">Name of the body that processes the data, as the consent text says it.</param>
/// <param name="RetentionDays">Days after which the link from a person to their answers is erased.</param>
/// <param name="ReportTo">Telephone number where unofficial payments are reported.</param>
/// <param name="LinkAddress">What stands before an invitation's code in its link, <c>https://host/s/</c>; null: not known.</param>
public sealed record DialogSettings(string Operator, int RetentionDays, string ReportTo = "1424", string? LinkAddress = null)
{
    /// <summary>How long a submitted response may be changed.</summary>
    public static TimeSpan ChangeableFor { get; } = TimeSpan.FromHours(24);

    /// <summary>How often a person is asked again at most whether there is a result.</summary>
    public const int MostAsks = 3;
}
