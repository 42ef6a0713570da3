using Microsoft.Extensions.Options;

namespace Bot.Scores;

/// <summary>Whose scores are shown to others than administrators. Section <c>Scores</c>.</summary>
internal sealed class ScoresOptions
{
    public const string Section = "Scores";

    /// <summary>Respondents under which a score is hidden: 1–1000, 5 by default.</summary>
    public int MinimumToShow { get; set; } = 5;

    /// <summary>Respondents under which a score is preliminary and unranked: from <see cref="MinimumToShow"/> to 100000, 30 by default.</summary>
    public int MinimumToRank { get; set; } = 30;

    /// <summary>Respondents under which a shown score moves in steps of <see cref="MinimumToShow"/> new responses: 0–100000, 100 by default.</summary>
    public int StepsBelow { get; set; } = 100;
}

internal sealed class ScoresOptionsValidator : IValidateOptions<ScoresOptions>
{
    public ValidateOptionsResult Validate(string? name, ScoresOptions options)
    {
        List<string> faults = [];
        if (options.MinimumToShow is < 1 or > 1000)
            faults.Add($"Scores:MinimumToShow must be 1 to 1000, but is {options.MinimumToShow}.");
        if (options.MinimumToRank < options.MinimumToShow || options.MinimumToRank > 100_000)
            faults.Add($"Scores:MinimumToRank must be from Scores:MinimumToShow ({options.MinimumToShow}) to 100000, but is {options.MinimumToRank}.");
        if (options.StepsBelow is < 0 or > 100_000)
            faults.Add($"Scores:StepsBelow must be 0 to 100000, but is {options.StepsBelow}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
