using Bot.Scores;

namespace Bot.Alerts;

/// <summary>Something that a subscriber is told of without having asked.</summary>
internal abstract record Alert
{
    private Alert() { }

    /// <summary>Names it, to know it again.</summary>
    public abstract string Thing { get; }

    /// <summary>The score fell by more than chance.</summary>
    public sealed record Drop(ScoreTrend Trend) : Alert
    {
        public override string Thing => "drop";
    }

    /// <summary>Several people rated a criterion low.</summary>
    /// <param name="AtLeast">So many of them at least: a multiple of the minimum that may be shown.</param>
    /// <param name="Since">Since this day.</param>
    public sealed record Low(string Service, string Criterion, int AtLeast, DateOnly Since) : Alert
    {
        public override string Thing => $"low.{Service}.{Criterion}";
    }
}
