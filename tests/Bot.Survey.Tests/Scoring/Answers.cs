using System.Globalization;
using System.Numerics;
using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

/// <summary>Writes responses shortly: <c>"info_clear 5 bilingual 4"</c>.</summary>
internal static class Answers
{
    public static IReadOnlyDictionary<string, int> Of(string ratings)
    {
        var words = ratings.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
    }

    public static FormTally Tally(FormLayout layout, params IEnumerable<string> responses) => Tally(layout, responses.Select(Of));

    public static FormTally Tally(FormLayout layout, IEnumerable<IReadOnlyDictionary<string, int>> responses)
    {
        var tally = new FormTally(layout);
        foreach (var ratings in responses)
        {
            tally.Add(ratings);
        }

        return tally;
    }

    public static FormScore Score(FormLayout layout, params IEnumerable<string> responses) =>
        ScoringMethod.Score(Tally(layout, responses));

    public static void AssertSame(FormTally expected, FormTally actual)
    {
        Assert.Equal(expected.Layout, actual.Layout);
        Assert.Equal(expected.Counts, actual.Counts);
    }

    public static Score Printed(decimal mean, decimal fullPercent, long n = 1) => new(n, Exactly(mean), Exactly(fullPercent) / 100);

    public static Ratio Exactly(decimal value) => new((BigInteger)(value * 10_000m), 10_000);
}
