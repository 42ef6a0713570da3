using Bot.Survey.Scoring;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class PublishBlocksTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Fact]
    public void A_block_ends_with_the_day_on_which_it_has_enough_responses()
    {
        Assert.Equal([(First, First.AddDays(2)), (First.AddDays(3), First.AddDays(4))], Blocks(2, 2, 4, 3, 2, 0));
    }

    [Fact]
    public void Few_responses_after_the_last_block_keep_it_open_for_all_time_less_the_blocks_would_give_them_away()
    {
        Assert.Equal([(First, First.AddDays(2))], Blocks(2, 2, 4, 3, 2, 4));
        Assert.Empty(Blocks(6, 4));
    }

    [Fact]
    public void A_block_goes_on_while_few_of_its_people_rated_an_item()
    {
        var (many, rare) = (Answers.Tally(Layouts.Electronic, Enumerable.Repeat("result_ok 5", 9)), Answers.Tally(Layouts.Electronic, Enumerable.Repeat("va_full 5 result_ok 5", 3)));

        Assert.Equal([(First, First.AddDays(2)), (First.AddDays(3), First.AddDays(3))], Of([rare, many, rare, many]));
    }

    /// <summary>Periods are made of blocks; whatever is taken from whatever, nobody or enough people are left in every unit.</summary>
    [Property(Arbitrary = [typeof(SurveyArbitrary)])]
    public void No_two_periods_nor_all_time_and_a_period_differ_by_few_people(Survey survey, byte[] days)
    {
        var tallies = survey.Responses.Index().GroupBy(r => days.Length == 0 ? 0 : days[r.Index % days.Length] % 12).OrderBy(d => d.Key)
            .Select(d => (Day: First.AddDays(d.Key), Tally: Answers.Tally(survey.Layout, d.Select(r => r.Item)))).ToList();
        var blocks = PublishBlocks.Of(tallies.Select(d => (d.Day, "form", d.Tally.Bases())), new Dictionary<string, long[]> { ["form"] = survey.Tally().Bases() }, new PublishGate());
        List<FormTally> shown = [survey.Tally(), new FormTally(survey.Layout)];
        for (var i = 0; i < blocks.Count; i++)
        {
            for (var j = i; j < blocks.Count; j++)
                shown.Add(Sum(survey.Layout, tallies.Where(d => d.Day >= blocks[i].First && d.Day <= blocks[j].Last).Select(d => d.Tally)));
        }

        var seen = FormGate.Bases(survey.Tally()).Where(unit => unit.Value is 0 or >= 5).Select(unit => unit.Key).ToHashSet();
        Assert.All(shown, one => Assert.All(shown, other => AssertNobodyOrEnough(one, other, seen)));
    }

    private static void AssertNobodyOrEnough(FormTally one, FormTally other, HashSet<FormUnit> seen)
    {
        var rest = Sum(one.Layout, [other]);
        rest.Merge(one, -1);
        if (rest.Counts.ContainsAnyInRange(long.MinValue, -1))
            return; // Not a part of it: nothing is left by subtraction that would be somebody's.
        Assert.All(FormGate.Bases(rest).Where(unit => seen.Contains(unit.Key)), unit => Assert.True(unit.Value is 0 or >= 5, $"{unit.Value} people are left in {unit.Key}."));
    }

    private static FormTally Sum(FormLayout layout, IEnumerable<FormTally> tallies)
    {
        var sum = new FormTally(layout);
        foreach (var tally in tallies)
            sum.Merge(tally);
        return sum;
    }

    private static IReadOnlyList<(DateOnly First, DateOnly Last)> Blocks(params int[] responses) =>
        Of([.. responses.Select(n => Answers.Tally(Layouts.Electronic, Enumerable.Repeat("result_ok 5", n)))]);

    private static IReadOnlyList<(DateOnly First, DateOnly Last)> Of(FormTally[] days) => PublishBlocks.Of(
        days.Index().Where(d => d.Item.Respondents > 0).Select(d => (First.AddDays(d.Index), "form", d.Item.Bases())),
        new Dictionary<string, long[]> { ["form"] = Sum(Layouts.Electronic, days).Bases() },
        new PublishGate());
}
