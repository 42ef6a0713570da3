using Bot.Survey.Scoring;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class FormGateTests
{
    private static readonly PublishGate Gate = new();

    [Fact]
    public void Where_enough_people_rated_everything_nothing_is_hidden()
    {
        var tally = Answers.Tally(Layouts.Electronic, Enumerable.Repeat("info_clear 5 speed 4 result_ok 5", 20));

        Assert.Empty(FormGate.Hidden(tally, Gate));
    }

    [Fact]
    public void A_form_that_few_answered_is_hidden_whole()
    {
        var tally = Answers.Tally(Layouts.Electronic, Enumerable.Repeat("info_clear 5", 4));

        Assert.Superset(FormGate.Bases(tally).Keys.ToHashSet(), FormGate.Hidden(tally, Gate).ToHashSet());
    }

    [Fact]
    public void A_criterion_that_few_rated_takes_the_scores_beside_the_official_one_and_another_criterion_with_it()
    {
        var tally = Answers.Tally(Layouts.Electronic, Enumerable.Range(0, 40).Select(i => (i < 3 ? "va_full 1 " : "") + (i < 35 ? "speed 4 " : "") + "info_clear 5 result_ok 5"));

        var hidden = FormGate.Hidden(tally, Gate);

        Assert.Contains(FormUnit.WithoutThin, hidden);
        Assert.Contains(new FormUnit(FormUnitKind.Criterion, "assistant"), hidden);
        Assert.Contains(new FormUnit(FormUnitKind.Criterion, "access"), hidden);
        Assert.Contains(new FormUnit(FormUnitKind.Item, "speed"), hidden);
        Assert.DoesNotContain(FormUnit.Whole, hidden);
        Assert.DoesNotContain(new FormUnit(FormUnitKind.Criterion, "result"), hidden);
    }

    [Fact]
    public void What_all_others_would_give_away_is_hidden_too()
    {
        var tally = Answers.Tally(Layouts.Electronic, Enumerable.Repeat("info_clear 5 result_ok 5", 20));
        var others = Answers.Tally(Layouts.Electronic, Enumerable.Range(0, 20).Select(i => i < 2 ? "info_clear 2 result_ok 5" : "result_ok 5"));

        Assert.Contains(new FormUnit(FormUnitKind.Item, "info_clear"), FormGate.Hidden(tally, Gate, others.Bases()));
        Assert.DoesNotContain(FormUnit.Whole, FormGate.Hidden(tally, Gate, others.Bases()));
    }

    /// <summary>For every hidden mean that few people stand behind there are two sets of item means between which nothing that is shown differs, but it does.</summary>
    [Property(Arbitrary = [typeof(SurveyArbitrary)])]
    public void No_mean_of_few_people_follows_from_the_means_that_are_shown(Survey survey)
    {
        var tally = survey.Tally();
        var hidden = FormGate.Hidden(tally, Gate);
        var bases = FormGate.Bases(tally).Where(unit => unit.Value > 0).ToList();
        var shown = bases.Where(unit => !hidden.Contains(unit.Key)).ToList();

        Assert.DoesNotContain(shown, unit => Gate.IsFew(unit.Value));
        var weights = shown.Select(unit => WeightsOf(tally, unit.Key)).ToList();
        Assert.All(bases.Where(unit => Gate.IsFew(unit.Value) && Array.Exists(WeightsOf(tally, unit.Key), weight => weight != 0)), unit => Assert.True(Rank([.. weights, WeightsOf(tally, unit.Key)]) > Rank(weights), $"{unit.Key} can be worked out."));
    }

    /// <summary>How much a unit's mean moves with each item's, measured on the scores themselves: one rating of the item is made worse.</summary>
    private static double[] WeightsOf(FormTally tally, FormUnit unit)
    {
        var before = Mean(tally, unit);
        return
        [
            .. tally.Layout.Items.Index().Select(item =>
            {
                var ratings = tally.Item(item.Index);
                var from = ratings.Fives > 0 ? 5 : ratings.Fours > 0 ? 4 : ratings.Threes > 0 ? 3 : ratings.Twos > 0 ? 2 : 1;
                if (ratings.Raters == 0)
                    return 0;
                var counts = tally.Counts.ToArray();
                var (lower, slot) = (from == 1 ? 2 : from - 1, 1 + (5 * item.Index));
                counts[slot + from - 1]--;
                counts[slot + lower - 1]++;
                return (Mean(new FormTally(tally.Layout, counts), unit) - before) * ratings.Raters;
            }),
        ];
    }

    private static double Mean(FormTally tally, FormUnit unit)
    {
        var form = ScoringMethod.Score(tally);
        var score = unit.Kind switch
        {
            FormUnitKind.Item => form.Items[unit.Id],
            FormUnitKind.Criterion => form.Criteria[unit.Id].Score,
            FormUnitKind.Zone => form.Zones[unit.Id],
            FormUnitKind.WithoutThin => form.WithoutThin,
            FormUnitKind.Weighted => form.Weighted,
            _ => form.Score,
        };
        return score?.Mean.ToDouble() ?? 0;
    }

    private static int Rank(IReadOnlyList<double[]> rows)
    {
        var left = rows.Select(row => row.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; left.Count > 0 && column < left[0].Length; column++)
        {
            var pivot = left.MaxBy(row => Math.Abs(row[column]))!;
            if (Math.Abs(pivot[column]) < 1e-7)
                continue;
            rank++;
            left.Remove(pivot);
            foreach (var row in left)
            {
                var factor = row[column] / pivot[column];
                for (var i = 0; i < row.Length; i++)
                    row[i] -= factor * pivot[i];
            }
        }

        return rank;
    }
}
