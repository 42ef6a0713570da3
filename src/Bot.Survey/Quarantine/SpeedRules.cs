using Bot.Survey.Dialogs;

namespace Bot.Survey.Quarantine;

/// <summary>Tells whether a response was given too fast to have been read.</summary>
/// <param name="Speeder">Less than this for an answer on average: a speeder. Zero: nobody is one.</param>
/// <param name="StraightLiner">Less than this where all ratings are the same: a straight-liner.</param>
/// <remarks>
/// Equal ratings are no reason by themselves: in the monitoring 85–95 % of all ratings are 5. Two seconds an item is the limit that
/// Huang and others (2012, «Detecting and deterring insufficient effort responding to surveys») took for a printed page; what is measured here
/// holds the way of the press and of the next card over the network as well.
/// </remarks>
public sealed record SpeedRules(TimeSpan Speeder, TimeSpan StraightLiner)
{
    /// <summary>Timed answers, and ratings, under which nothing is said.</summary>
    public const int MinimumAnswers = 5;

    /// <summary>The reason to doubt the response; null: none.</summary>
    /// <param name="pace">How fast it was given.</param>
    /// <param name="ratings">Its ratings 1–5; «does not concern me» is none.</param>
    public QuarantineReason? Judge(Pace pace, IReadOnlyCollection<int> ratings)
    {
        if (pace.Answers < MinimumAnswers || pace.Each is not { } each)
            return null;
        if (each < Speeder)
            return QuarantineReason.Speeder;
        return each < StraightLiner && ratings.Count >= MinimumAnswers && ratings.Distinct().Count() == 1 ? QuarantineReason.StraightLiner : null;
    }
}
