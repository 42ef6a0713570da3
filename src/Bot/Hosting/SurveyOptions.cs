using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>Section <c>Survey</c>.</summary>
internal sealed class SurveyOptions
{
    public const string Section = "Survey";

    /// <summary>The body that processes the data, as the consent text names it. 1–200 characters.</summary>
    public string Operator { get; set; } = "оператор";

    /// <summary>After so long without a turn it is asked «is this you?». 00:10:00–30.00:00:00.</summary>
    public TimeSpan ResumeAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Whether a survey was left so long ago that another person may hold the device.</summary>
    public bool IsLeft(DialogState survey, DateTimeOffset now) => now - survey.ChangedAt > ResumeAfter;

    /// <summary>Folder of the definitions; relative to the program.</summary>
    public string Dialogs { get; set; } = "dialogs";

    /// <summary>Folder of the texts; relative to the program.</summary>
    public string Localization { get; set; } = "localization";
}

internal sealed class SurveyOptionsValidator : IValidateOptions<SurveyOptions>
{
    public ValidateOptionsResult Validate(string? name, SurveyOptions options)
    {
        List<string> faults = [];
        if (options.Operator.Trim().Length is 0 or > 200)
            faults.Add("Survey:Operator must name the body that processes the data in 1–200 characters.");
        if (options.ResumeAfter < TimeSpan.FromMinutes(10) || options.ResumeAfter > TimeSpan.FromDays(30))
            faults.Add($"Survey:ResumeAfter must lie between 00:10:00 and 30.00:00:00, but is {options.ResumeAfter}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
