using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>How long what names a person is kept, in days. Section <c>Retention</c>; the consent text says the same.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Address of a chat, after its last use. 1–365.</summary>
    [Range(1, 365, ErrorMessage = "Retention:ContactDays must lie between 1 and 365.")]
    public int ContactDays { get; set; } = 30;

    /// <summary>Answers of a survey that was not submitted, after its last change. 1–365.</summary>
    [Range(1, 365, ErrorMessage = "Retention:UnfinishedDays must lie between 1 and 365.")]
    public int UnfinishedDays { get; set; } = 30;

    /// <summary>The link from a person to submitted answers. 1–3650.</summary>
    [Range(1, 3650, ErrorMessage = "Retention:LinkDays must lie between 1 and 3650.")]
    public int LinkDays { get; set; } = 365;
}

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
