using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>Section <c>Survey</c>.</summary>
internal sealed class SurveyOptions
{
    public const string Section = "Survey";

    /// <summary>The body that processes the data, as the consent text names it.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Survey:Operator must name the body that processes the data (1–200 characters).")]
    [StringLength(200, ErrorMessage = "Survey:Operator must name the body that processes the data (1–200 characters).")]
    public string Operator { get; set; } = "пилот-опрос госуслуг";

    /// <summary>After so long without a turn it is asked «is this you?». 00:10:00–30.00:00:00.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00", ErrorMessage = "Survey:ResumeAfter must lie between 00:10:00 and 30.00:00:00.")]
    public TimeSpan ResumeAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Folder of the definitions; relative to the program.</summary>
    public string Dialogs { get; set; } = "dialogs";

    /// <summary>Folder of the texts; relative to the program.</summary>
    public string Localization { get; set; } = "localization";
}

[OptionsValidator]
internal sealed partial class SurveyOptionsValidator : IValidateOptions<SurveyOptions>;
