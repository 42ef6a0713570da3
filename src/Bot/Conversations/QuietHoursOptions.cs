using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>When nobody is written to who does not wait for an answer, by the clock of Kazakhstan. Section <c>QuietHours</c>.</summary>
internal sealed class QuietHoursOptions
{
    public const string Section = "QuietHours";

    /// <summary>Their first minute, 21:00 by default.</summary>
    public TimeOnly From { get; set; } = new(21, 0);

    /// <summary>The first minute after them, 09:00 by default. At least <see cref="LeastOpen"/> must lie between it and <see cref="From"/>.</summary>
    public TimeOnly To { get; set; } = new(9, 0);

    public static TimeSpan LeastOpen { get; } = TimeSpan.FromHours(4);

    public bool Contain(TimeOnly time) => time.IsBetween(From, To);
}

internal sealed class QuietHoursOptionsValidator : IValidateOptions<QuietHoursOptions>
{
    public ValidateOptionsResult Validate(string? name, QuietHoursOptions options) => options.From - options.To >= QuietHoursOptions.LeastOpen
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"QuietHours must leave at least {QuietHoursOptions.LeastOpen.TotalHours:N0} hours of a day, but last from {options.From:HH:mm} to {options.To:HH:mm}.");
}
