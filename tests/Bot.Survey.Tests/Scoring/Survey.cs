using Bot.Survey.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Survey.Tests.Scoring;

/// <summary>Random responses to one random form.</summary>
public sealed record Survey(FormLayout Layout, IReadOnlyList<IReadOnlyDictionary<string, int>> Responses)
{
    internal FormTally Tally() => Answers.Tally(Layout, Responses);

    internal FormScore Score() => ScoringMethod.Score(Tally());
}

/// <summary>Makes surveys of 0 to about 100 responses in which any item may stay unrated.</summary>
public static class SurveyArbitrary
{
    public static Arbitrary<Survey> Surveys()
    {
        var ratings = Gen.Frequency((3, Gen.Constant(0)), (7, Gen.Choose(1, 5)));
        var surveys =
            from layout in Gen.Elements(Layouts.Electronic, Layouts.Paper, Layouts.Proactive)
            from responses in Gen.ListOf(Gen.ArrayOf(ratings, layout.Items.Length))
            select new Survey(layout, [.. responses.Select(row => Named(layout, row))]);
        return surveys.ToArbitrary();
    }

    private static Dictionary<string, int> Named(FormLayout layout, int[] row) =>
        layout.Items.Zip(row).Where(item => item.Second > 0).ToDictionary(item => item.First, item => item.Second);
}
