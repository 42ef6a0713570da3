using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>How long what names a person is kept, in days. Section <c>Retention</c>; the consent text says the same.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Address of a chat, after its last use. 1–365.</summary>
    public int ContactDays { get; set; } = 30;

    /// <summary>Answers of a survey that was not submitted, after its last change. 1–365.</summary>
    public int UnfinishedDays { get; set; } = 30;

    /// <summary>The link from a person to submitted answers. 1–3650.</summary>
    public int LinkDays { get; set; } = 365;
}

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        List<string> faults = [];
        Check(nameof(RetentionOptions.ContactDays), options.ContactDays, 365);
        Check(nameof(RetentionOptions.UnfinishedDays), options.UnfinishedDays, 365);
        Check(nameof(RetentionOptions.LinkDays), options.LinkDays, 3650);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string option, int days, int greatest)
        {
            if (days < 1 || days > greatest)
                faults.Add($"{RetentionOptions.Section}:{option} must lie between 1 and {greatest}, but is {days}.");
        }
    }
}
