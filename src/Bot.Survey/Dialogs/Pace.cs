using System.Text.Json.Serialization;

namespace Bot.Survey.Dialogs;

/// <summary>How fast the rating cards of a survey were answered. What lay open longer than <see cref="Pause"/> before it was touched tells nothing and is left out, time and answer.</summary>
/// <param name="Time">Time on rating cards, pauses left out.</param>
/// <param name="Answers">Rating cards answered within it, «does not concern me» included, each time that it was.</param>
public readonly record struct Pace(TimeSpan Time, int Answers)
{
    /// <summary>A minute: longer, and the person did something else meanwhile.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The time of one answer on average, zero or more; null where nothing was timed.</summary>
    [JsonIgnore]
    public TimeSpan? Each => Answers == 0 ? null : Time / Answers;

    /// <summary>With one more stay on a rating card.</summary>
    /// <param name="stay">How long the card was open.</param>
    /// <param name="answered">Whether it was answered then, and not left or turned into another language.</param>
    public Pace With(TimeSpan stay, bool answered) => stay < TimeSpan.Zero || stay > Pause ? this : new Pace(Time + stay, Answers + (answered ? 1 : 0));
}
