using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>A score as it is handed out. All figures are null where <see cref="Status"/> is <see cref="ScoreStatus.TooFew"/> and the reader is no administrator.</summary>
/// <param name="N">Raters.</param>
/// <param name="Mean">1–5, unrounded.</param>
/// <param name="Full">Percent of 5s, unrounded.</param>
/// <param name="MeanShown">The mean with two decimals.</param>
/// <param name="FullShown">The share with one decimal.</param>
/// <param name="Level">Id of the level.</param>
/// <param name="Status">One of <see cref="ScoreStatus"/>.</param>
internal sealed record ScoreView(
    long? N,
    double? Mean,
    double? Full,
    [property: JsonConverter(typeof(ShownNumberConverter))] decimal? MeanShown,
    [property: JsonConverter(typeof(ShownNumberConverter))] decimal? FullShown,
    string? Level,
    string Status)
{
    /// <summary>What stands in the place of a score that is hidden.</summary>
    public static ScoreView TooFew { get; } = new(null, null, null, null, null, null, ScoreStatus.TooFew);

    public static ScoreView? Of(Score? score, PublishGate gate) => score is null
        ? null
        : new ScoreView(
            score.N, score.Mean.ToDouble(), (score.Full * 100).ToDouble(), score.MeanShown, score.FullShown, score.Level.Id(), ScoreStatus.Of(gate.Of(score.N)));
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
