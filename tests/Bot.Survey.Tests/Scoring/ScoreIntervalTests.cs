using Bot.Survey.Scoring;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Scoring;

public sealed class ScoreIntervalTests
{
    private const int Surveys = 1200;
    private const double UpToSeventyPercent = 0.96;

    public static TheoryData<double, double, bool, int> Populations()
    {
        var all = from fives in new[] { 0.85, 0.95 } from mood in new[] { 0, 0.5, UpToSeventyPercent } from harsh in new[] { false, true } from people in new[] { 30, 80 } select (fives, mood, harsh, people);
        return [.. all];
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void Covers_the_true_mean_in_at_least_93_of_100_surveys(double fives, double mood, bool harsh, int people)
    {
        var population = new SimulatedPeople(fives, mood, harsh ? SimulatedPeople.Harsh : SimulatedPeople.Mild, people);
        var (covered, width, bound) = (0, 0.0, 0.0);
        for (var i = 0; i < Surveys; i++)
        {
            var tally = population.Survey(people);
            var score = ScoringMethod.Score(tally).Score!;
            var truth = population.TrueMean(tally);
            covered += score.Interval.Low <= truth && truth <= score.Interval.High ? 1 : 0;
            width += score.Interval.High - score.Interval.Low;
            bound += WidthWhateverTheCorrelation(tally, score);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"covered {covered / (double)Surveys:0.000}, width {width / Surveys:0.000}, of the bound for any correlation {width / bound:0.00}");
        Assert.True(covered >= 0.93 * Surveys, $"Covered in {covered} of {Surveys}.");
        Assert.True(width < 0.75 * bound, $"The interval is {width / bound:0.00} of one that knows nothing of correlation.");
    }

    [Fact]
    public void The_simulated_people_reach_a_correlation_of_seven_tenths()
    {
        Assert.InRange(new SimulatedPeople(0.85, UpToSeventyPercent, SimulatedPeople.Mild, 1).Correlation(100_000), 0.7, 0.95);
        Assert.InRange(new SimulatedPeople(0.85, 0, SimulatedPeople.Mild, 1).Correlation(100_000), -0.02, 0.02);
    }

    [Fact]
    public void Where_everybody_gave_a_five_it_is_not_certain_and_where_more_did_so_it_is_surer()
    {
        var (few, many) = (AllFives(5), AllFives(500));

        Assert.Equal(5, few.High);
        Assert.InRange(few.Low, 3.2, 4.6);
        Assert.InRange(many.Low, few.Low + 0.1, 4.9999);
    }

    [Fact]
    public void Answers_that_go_together_make_it_wider()
    {
        var together = Answers.Score(Layouts.Electronic, Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? "info_clear 2 result_ok 2" : "info_clear 5 result_ok 5"));
        var apart = Answers.Score(Layouts.Electronic, Enumerable.Range(0, 40).Select(i => (i % 4) switch { 0 => "info_clear 2 result_ok 5", 1 => "info_clear 5 result_ok 2", _ => "info_clear 5 result_ok 5" }));

        Assert.Equal(together.Score?.Mean, apart.Score?.Mean);
        Assert.True(together.Score!.Spread.Variance > 1.5 * apart.Score!.Spread.Variance);
    }

    [Property(Arbitrary = [typeof(SurveyArbitrary)])]
    public void Lies_inside_the_scale_around_the_mean(Survey survey)
    {
        var form = survey.Score();

        Assert.All(form.Items.Values.Concat(form.Zones.Values).Append(form.Score).Append(form.Weighted).Append(form.WithoutThin).OfType<Score>(), score =>
        {
            Assert.True(score.Spread.Variance > 0);
            Assert.InRange(score.Interval.Low, 1, score.Mean.ToDouble());
            Assert.InRange(score.Interval.High, score.Mean.ToDouble(), 5);
        });
    }

    private static ScoreInterval AllFives(int people) =>
        Answers.Score(Layouts.Electronic, Enumerable.Repeat("info_clear 5 speed 5 result_ok 5", people)).Score!.Interval;

    /// <summary>The bound of the method's text: items as if they all moved together, each with one extra rating spread evenly over 1–5.</summary>
    private static double WidthWhateverTheCorrelation(FormTally tally, Score score)
    {
        var rated = Layouts.Electronic.Criteria.Select(criterion => criterion.Items.Where(item => tally.Item(item).Raters > 0).ToList()).Where(items => items.Count > 0).ToList();
        var error = rated.Sum(items => items.Sum(item =>
        {
            var (counts, n) = (tally.Item(item), tally.Item(item).Raters + 1.0);
            var lost = ((5.0 * counts.Raters) - counts.Sum + 2) / n;
            return Math.Sqrt((((counts.SquaresLost + 6) / n) - (lost * lost)) / counts.Raters) / items.Count / rated.Count;
        }));
        var mean = score.Mean.ToDouble();
        var interval = ScoreInterval.Of(mean, new Spread(error * error, Math.Min(mean, 5 - 1e-6)));
        return interval.High - interval.Low;
    }
}
