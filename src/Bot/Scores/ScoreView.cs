using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>A score as it is handed out. All figures are null where <see cref="Status"/> is <see cref="ScoreStatus.TooFew"/> and the reader is no administrator.</summary>
/// <param name="N">Raters.</param>
/// <param name="Mean">1–5, unrounded.</param>
/// <param name="Full">Percent of 5s by the method, unrounded.</param>
/// <param name="MeanShown">The mean with two decimals.</param>
/// <param name="FullShown">The share with one decimal.</param>
/// <param name="Level">Id of the level.</param>
/// <param name="Status">One of <see cref="ScoreStatus"/>.</param>
/// <param name="Interval">The 95 % interval of the mean.</param>
/// <param name="Distribution">How many of all ratings behind the score are 1, 2, 3, 4 and 5.</param>
internal sealed record ScoreView(
    long? N,
    double? Mean,
    double? Full,
    [property: JsonConverter(typeof(ShownNumberConverter))] decimal? MeanShown,
    [property: JsonConverter(typeof(ShownNumberConverter))] decimal? FullShown,
    string? Level,
    string Status,
    IntervalView? Interval = null,
    IReadOnlyList<long>? Distribution = null)
{
    /// <summary>What stands in the place of a score that is hidden.</summary>
    public static ScoreView TooFew { get; } = new(null, null, null, null, null, null, ScoreStatus.TooFew);

    /// <summary>How sure the mean is, for comparisons; not handed out.</summary>
    [JsonIgnore]
    public Score? Score { get; private init; }

    public static ScoreView? Of(Score? score, PublishGate gate) => score is null
        ? null
        : new ScoreView(
            score.N, score.Mean.ToDouble(), (score.Full * 100).ToDouble(), score.MeanShown, score.FullShown, score.Level.Id(), ScoreStatus.Of(gate.Of(score.N)),
            IntervalView.Of(score.Interval), [score.Ratings.Ones, score.Ratings.Twos, score.Ratings.Threes, score.Ratings.Fours, score.Ratings.Fives])
        {
            Score = score,
        };

    /// <summary>The percent of all ratings that lie in a range, with one decimal.</summary>
    public decimal ShareShown(int lowest, int highest) =>
        Distribution is { } counts && counts.Sum() > 0 ? (new Ratio(counts.Skip(lowest - 1).Take(highest - lowest + 1).Sum(), counts.Sum()) * 100).RoundHalfUp(1) : 0;

    /// <summary>Equality by what is handed out.</summary>
    public bool Equals(ScoreView? other) => other is not null && (N, Mean, Full, Status) == (other.N, other.Mean, other.Full, other.Status);

    public override int GetHashCode() => HashCode.Combine(N, Mean, Full, Status);
}

/// <param name="Low">Lower end, unrounded.</param>
/// <param name="High">Upper end, unrounded.</param>
/// <param name="LowShown">Lower end with two decimals.</param>
/// <param name="HighShown">Upper end with two decimals.</param>
internal sealed record IntervalView(
    double Low,
    double High,
    [property: JsonConverter(typeof(ShownNumberConverter))] decimal LowShown,
    [property: JsonConverter(typeof(ShownNumberConverter))] decimal HighShown)
{
    public static IntervalView Of(ScoreInterval interval) => new(interval.Low, interval.High, Shown(interval.Low), Shown(interval.High));

    private static decimal Shown(double end) => Math.Round((decimal)end, 2, MidpointRounding.AwayFromZero) + 0.00m;
}

internal static class ScoreStatus
{
    public const string TooFew = "too_few";
    public const string Preliminary = "preliminary";
    public const string Shown = "shown";

    public static string Of(Visibility visibility) => visibility switch
    {
        Visibility.Hidden => TooFew,
        Visibility.Preliminary => Preliminary,
        _ => Shown,
    };
}

/// <summary>Writes a rounded number as text with a dot and all its decimals: «4.80».</summary>
internal sealed class ShownNumberConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
