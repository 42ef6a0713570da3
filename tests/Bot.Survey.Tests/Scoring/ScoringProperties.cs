using Bot.Survey.Scoring;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

[Properties(Arbitrary = [typeof(SurveyArbitrary)])]
public sealed class ScoringProperties
{
    [Property]
    public void Every_score_lies_in_its_range_and_no_mean_exceeds_4_and_the_share_of_5s(Survey survey)
    {
        var form = survey.Score();

        Assert.All(AllOf(form), score =>
        {
            Assert.InRange(score.N, 1, survey.Responses.Count);
            Assert.True(score.Mean >= new Ratio(1, 1) && score.Mean <= new Ratio(5, 1));
            Assert.True(score.Full >= default(Ratio) && score.Full <= new Ratio(1, 1));
            Assert.True(score.Mean <= new Ratio(4, 1) + score.Full);
        });
    }

    [Property]
    public void Every_score_is_the_plain_mean_of_means(Survey survey)
    {
        var form = survey.Score();
        var plain = new PlainScores(survey);

        Assert.All(form.Items, item => SameFigure(plain.Item(item.Key), item.Value));
        Assert.All(form.Criteria, criterion => SameFigure(plain.Group(survey.Layout.Criteria, criterion.Key), criterion.Value.Score));
        Assert.All(form.Zones, zone => SameFigure(plain.Group(survey.Layout.Zones, zone.Key), zone.Value));
        SameFigure(plain.Overall(), form.Score);
        Assert.Equal(form.Score, ScoringMethod.Overall(survey.Tally()));
        Assert.Equal(form.Score?.Spread, ScoringMethod.Overall(survey.Tally())?.Spread);
    }

    [Property]
    public void What_is_added_and_taken_away_leaves_nothing(Survey survey)
    {
        var tally = survey.Tally();
        foreach (var ratings in survey.Responses)
        {
            tally.Add(ratings, -1);
        }

        Answers.AssertSame(new FormTally(survey.Layout), tally);
        Assert.True(tally.IsEmpty);
    }

    [Property]
    public void Merging_tallies_is_adding_all_responses(Survey survey, byte cut)
    {
        var head = survey.Responses.Count * cut / 256;
        var merged = Answers.Tally(survey.Layout, survey.Responses.Take(head));
        merged.Merge(Answers.Tally(survey.Layout, survey.Responses.Skip(head)));

        Answers.AssertSame(survey.Tally(), merged);
    }

    [Property]
    public void An_edit_is_as_if_the_new_answer_had_been_the_first(Survey survey)
    {
        var tally = survey.Tally();
        foreach (var (old, edited) in survey.Responses.Zip(survey.Responses.Skip(1)))
        {
            tally.Add(old, -1);
            tally.Add(edited);
        }

        var last = survey.Responses.Skip(1).Concat(survey.Responses.TakeLast(1));
        Answers.AssertSame(Answers.Tally(survey.Layout, last), tally);
    }

    [Property]
    public void The_order_of_responses_does_not_matter(Survey survey, int seed)
    {
        var shuffled = survey.Responses.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(AllOf(survey.Score()), AllOf((survey with { Responses = shuffled }).Score()));
    }

    [Property]
    public void Hidden_siblings_never_hold_1_to_4_together_unless_all_are_hidden(byte[] sizes)
    {
        var cells = sizes.Index().Select(cell => (cell.Index, (long)cell.Item % 40)).ToList();

        var hidden = new PublishGate().Hidden(cells);

        Assert.All(cells.Where(cell => cell.Item2 < 5), cell => Assert.Contains(cell.Index, hidden));
        var together = cells.Where(cell => hidden.Contains(cell.Index)).Sum(cell => cell.Item2);
        Assert.True(together is 0 or >= 5 || hidden.Count == cells.Count);
    }

    private static IEnumerable<Score> AllOf(FormScore form) =>
        form.Items.Values.Concat(form.Zones.Values).Concat(form.Criteria.Values.Select(criterion => criterion.Score)).Append(form.Score).OfType<Score>();

    private static void SameFigure((double Mean, double Full)? expected, Score? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } plain && actual is not null)
        {
            Assert.Equal(plain.Mean, actual.Mean.ToDouble(), 1e-9);
            Assert.Equal(plain.Full, actual.Full.ToDouble(), 1e-9);
        }
    }
}
