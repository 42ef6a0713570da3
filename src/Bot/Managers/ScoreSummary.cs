using Bot.Scores;

namespace Bot.Managers;

/// <summary>What the first card says of some services.</summary>
/// <param name="Services">All services that the person sees at this place, whole.</param>
/// <param name="Score">Simple mean over the services whose score is shown; null where none is.</param>
/// <param name="Trend">The change from the equal period before; null where there is nothing to compare.</param>
/// <param name="Reach">Whom the survey reached.</param>
/// <param name="UpdatedAt">When a score was last computed; null: never.</param>
internal sealed record ScoreSummary(IReadOnlyList<ServiceScores> Services, ScoreView? Score, ScoreTrend? Trend, ScoreReach Reach, DateTimeOffset? UpdatedAt)
{
    public IReadOnlyList<ServiceScores> Shown { get; } = [.. Services.Where(s => s.Score?.Mean is not null)];

    /// <summary>The item with the lowest mean among those with enough raters: where to begin.</summary>
    public WeakItem? Weakest { get; } = WeakItem.Of(Services);

    /// <summary>Responses about a refusal that may be seen.</summary>
    public long Refused => Services.Sum(s => RefusedOf(s)?.N ?? 0);

    /// <summary>Whether there may be more of them: in cells that are hidden, or of a period, whose outcomes are not counted apart.</summary>
    public bool MayBeRefusedMore => Services.Any(s => s.Score is not null && (s.Splits is null || RefusedOf(s) is { N: null }));

    /// <summary>Services with a score that takes a place, the best first.</summary>
    public List<ServiceScores> Ranked =>
    [
        .. Services.Where(s => s.Score?.Status == ScoreStatus.Shown)
            .OrderByDescending(s => s.Score!.Mean).ThenByDescending(s => s.Score!.Full).ThenBy(s => s.Service, StringComparer.Ordinal),
    ];

    private static ScoreView? RefusedOf(ServiceScores service) => service.Splits?.GetValueOrDefault("outcome")?.GetValueOrDefault("refused");

    public int Count(string status) => Services.Count(s => s.Score?.Status == status);
}

/// <summary>An item of a form of a service with its score.</summary>
internal sealed record WeakItem(string Service, string Form, string Criterion, string Item, ScoreView Score)
{
    public static WeakItem? Of(IEnumerable<ServiceScores> services) => services
        .SelectMany(s => s.Forms.SelectMany(f => f.Value.Criteria.SelectMany(c => c.Value.Items.Select(i => (Service: s.Service, Form: f.Key, Criterion: c.Key, Item: i.Key, Score: i.Value)))))
        .Where(i => i.Score?.Status == ScoreStatus.Shown)
        .Select(i => new WeakItem(i.Service, i.Form, i.Criterion, i.Item, i.Score!))
        .MinBy(i => i.Score.Mean);
}
