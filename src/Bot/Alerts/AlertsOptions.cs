using Bot.Conversations;
using Microsoft.Extensions.Options;

namespace Bot.Alerts;

/// <summary>What staff are told without asking. Section <c>Alerts</c>; times are those of Kazakhstan.</summary>
internal sealed class AlertsOptions
{
    public const string Section = "Alerts";

    /// <summary>When digests and alerts are sent, 09:00 by default; not in quiet hours.</summary>
    public TimeOnly SendAt { get; set; } = new(9, 0);

    /// <summary>Working days until a case must be done: 1–60, 5 by default.</summary>
    public int CaseWorkingDays { get; set; } = 5;
}

internal sealed class AlertsOptionsValidator(IOptions<QuietHoursOptions> quiet) : IValidateOptions<AlertsOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertsOptions options)
    {
        List<string> faults = [];
        if (quiet.Value.Contain(options.SendAt))
            faults.Add($"Alerts:SendAt must lie outside the quiet hours ({quiet.Value.From:HH:mm}–{quiet.Value.To:HH:mm}), but is {options.SendAt:HH:mm}.");
        if (options.CaseWorkingDays is < 1 or > 60)
            faults.Add($"Alerts:CaseWorkingDays must be 1 to 60, but is {options.CaseWorkingDays}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
