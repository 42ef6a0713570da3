using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>Section <c>Invitations</c>; its keys are read with the others of the program.</summary>
internal sealed class InvitationsOptions
{
    public const string Section = "Invitations";

    /// <summary>Days in which nobody is invited by a message twice, over all services; 0: no rest. 0–365, default 14.</summary>
    public int CooldownDays { get; set; } = 14;

    /// <summary>How many reminders follow the invitation of a receipt, 0–2. A campaign says its own number.</summary>
    public int Reminders { get; set; } = 2;

    /// <summary>Days from the invitation to the first reminder, 1–28.</summary>
    public int FirstReminderDays { get; set; } = 3;

    /// <summary>Days from the invitation to the second reminder, later than the first and up to 29.</summary>
    public int SecondReminderDays { get; set; } = 7;

    public TimeSpan Cooldown => TimeSpan.FromDays(CooldownDays);

    /// <summary>How long after the message before it a reminder is sent.</summary>
    /// <param name="number">1 or 2.</param>
    public TimeSpan ReminderAfter(int number) => TimeSpan.FromDays(number == 1 ? FirstReminderDays : SecondReminderDays - FirstReminderDays);
}

internal sealed class InvitationsOptionsValidator : IValidateOptions<InvitationsOptions>
{
    private const int LatestReminder = 29;

    public ValidateOptionsResult Validate(string? name, InvitationsOptions options)
    {
        List<string> faults = [];
        Check(nameof(options.CooldownDays), options.CooldownDays, 0, 365);
        Check(nameof(options.Reminders), options.Reminders, 0, 2);
        Check(nameof(options.FirstReminderDays), options.FirstReminderDays, 1, LatestReminder - 1);
        Check(nameof(options.SecondReminderDays), options.SecondReminderDays, Math.Min(options.FirstReminderDays, LatestReminder - 1) + 1, LatestReminder);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string option, int value, int least, int greatest)
        {
            if (value < least || value > greatest)
                faults.Add($"{InvitationsOptions.Section}:{option} must lie between {least} and {greatest}, but is {value}.");
        }
    }
}
