using Bot.Survey.Quarantine;
using Microsoft.Extensions.Options;

namespace Bot.Invitations.Places;

/// <summary>What is still usual where a code hangs for everybody; anything above goes into quarantine. Section <c>Invitations</c>.</summary>
internal sealed class PlaceOptions
{
    public const string Section = "Invitations";

    /// <summary>Submits by the code of one place within an hour: 1–100000, 30 by default.</summary>
    public int PlaceSubmitsPerHour { get; set; } = 30;

    /// <summary>Days in which one person or device counts once for a service by the code of one place: 1–365, 30 by default.</summary>
    public int PlaceRepeatDays { get; set; } = 30;

    public BurstRule Bursts => new(PlaceSubmitsPerHour, TimeSpan.FromHours(1));

    public TimeSpan Repeats => TimeSpan.FromDays(PlaceRepeatDays);
}

internal sealed class PlaceOptionsValidator : IValidateOptions<PlaceOptions>
{
    public ValidateOptionsResult Validate(string? name, PlaceOptions options)
    {
        List<string> faults = [];
        Check(nameof(PlaceOptions.PlaceSubmitsPerHour), options.PlaceSubmitsPerHour, 100_000);
        Check(nameof(PlaceOptions.PlaceRepeatDays), options.PlaceRepeatDays, 365);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string option, int value, int greatest)
        {
            if (value < 1 || value > greatest)
                faults.Add(FormattableString.Invariant($"{PlaceOptions.Section}:{option} must lie between 1 and {greatest}, but is {value}."));
        }
    }
}
