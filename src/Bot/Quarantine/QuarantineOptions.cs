using Bot.Survey.Quarantine;
using Microsoft.Extensions.Options;

namespace Bot.Quarantine;

/// <summary>Which responses are suspected and stay out of the scores until staff decide. Section <c>Quarantine</c>.</summary>
internal sealed class QuarantineOptions
{
    public const string Section = "Quarantine";

    /// <summary>Whether responses are judged at all. False by default: simulated citizens of a load run answer faster than anybody reads.</summary>
    public bool Enabled { get; set; }

    /// <summary>Seconds for a rating under which, on average, a response is a speeder's: 0–10, 1 by default.</summary>
    public double SecondsPerRating { get; set; } = 1;

    /// <summary>The same where all ratings are equal: from <see cref="SecondsPerRating"/> to 30, 2 by default.</summary>
    public double SecondsPerEqualRating { get; set; } = 2;

    /// <summary>Submits through one link within <see cref="BurstMinutes"/> that are nothing unusual: 1–100000, 30 by default.</summary>
    public int SubmitsPerLink { get; set; } = 30;

    /// <summary>Submits of one person or device within <see cref="BurstMinutes"/> that are nothing unusual: 1–1000, 5 by default.</summary>
    public int SubmitsPerPerson { get; set; } = 5;

    /// <summary>Minutes within which a burst is seen: 1–1440, 10 by default.</summary>
    public int BurstMinutes { get; set; } = 10;

    public SpeedRules Speed => new(TimeSpan.FromSeconds(SecondsPerRating), TimeSpan.FromSeconds(SecondsPerEqualRating));

    public BurstRule Links => new(SubmitsPerLink, TimeSpan.FromMinutes(BurstMinutes));

    public BurstRule Persons => new(SubmitsPerPerson, TimeSpan.FromMinutes(BurstMinutes));
}

internal sealed class QuarantineOptionsValidator : IValidateOptions<QuarantineOptions>
{
    public ValidateOptionsResult Validate(string? name, QuarantineOptions options)
    {
        List<string> faults = [];
        Check(nameof(QuarantineOptions.SecondsPerRating), options.SecondsPerRating, 0, 10);
        Check(nameof(QuarantineOptions.SecondsPerEqualRating), options.SecondsPerEqualRating, options.SecondsPerRating, 30);
        Check(nameof(QuarantineOptions.SubmitsPerLink), options.SubmitsPerLink, 1, 100_000);
        Check(nameof(QuarantineOptions.SubmitsPerPerson), options.SubmitsPerPerson, 1, 1000);
        Check(nameof(QuarantineOptions.BurstMinutes), options.BurstMinutes, 1, 1440);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string option, double value, double least, double greatest)
        {
            if (!(value >= least && value <= greatest))
                faults.Add(FormattableString.Invariant($"{QuarantineOptions.Section}:{option} must lie between {least} and {greatest}, but is {value}."));
        }
    }
}
