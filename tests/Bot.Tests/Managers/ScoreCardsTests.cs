using System.Runtime.CompilerServices;
using System.Text;
using Bot.Conversations;
using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Managers;

/// <summary>The cards as a translator can read them. With GOLDEN=write in the environment the files are written anew; read the difference.</summary>
public class ScoreCardsTests
{
    private static readonly DateTimeOffset Updated = new(2026, 11, 25, 19, 30, 0, TimeSpan.Zero);
    private static readonly ScorePlace All = new(Region: null);

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void A_manager_reads_the_scores_through_the_gate(string language) => AssertGolden("manager", language, Cards(language, StaffRole.Manager));

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void An_administrator_sees_what_the_gate_hides_and_that_it_does(string language) =>
        AssertGolden("administrator", language, Cards(language, StaffRole.Administrator));

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void Every_card_fits_every_channel_even_with_all_forms_and_regions_answered(string language)
    {
        var sample = new ScoreSample();
        foreach (var service in sample.AllServices)
        {
            foreach (var form in (string[])["electronic", "paper", "proactive"])
            {
                foreach (var region in (string[])["astana", "north-kazakhstan", "unknown"])
                    sample.Add(service, form, region, 2, worse: 1);
            }
        }

        var place = new ScorePlace("north-kazakhstan", PeriodChoice.Own(new(2026, 3, 1), new(2029, 12, 31)));
        var access = sample.Access(StaffRole.Administrator);
        List<Card> cards = [sample.Overviews.Overview(sample.Summary(true), access, place, language)];
        foreach (var service in sample.AllServices)
        {
            var scores = sample.Service(service, everything: true);
            cards.AddRange(
            [
                sample.ServiceCards.Service(scores, sample.Context, place, language), sample.ServiceCards.Splits(scores, place, language), sample.ServiceCards.Criteria(scores, place, language),
                sample.ServiceCards.Items(scores, null, place, language), sample.ServiceCards.Providers(scores, place, language),
                sample.ServiceCards.Regions(sample.Regions(service, everything: true), All, language),
            ]);
        }

        for (var page = 0; page < 6; page++)
            cards.AddRange([sample.Overviews.Services(sample.Services(true), page, place, language), sample.Overviews.Providers(sample.Providers(true), page, place, language)]);
        cards.AddRange(sample.AllProviders.Select(provider => sample.Overviews.Provider(sample.Provider(provider, true), place, language)));
        Assert.All(cards, Fits);
    }

    [Fact]
    public void A_card_says_which_days_were_counted_where_they_are_not_those_that_were_asked_for()
    {
        var sample = new ScoreSample();
        var place = new ScorePlace(null, PeriodChoice.Own(new(2026, 3, 2), new(2026, 3, 9)));
        Card Counted(int first) => sample.ServiceCards.Criteria(sample.Service(ScoreSample.TwoForms) with { Period = new(new(2026, 3, first), new(2026, 3, 9)) }, place, "ru");

        Assert.Contains("\nУчтены дни: 1 марта 2026", Counted(1).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Учтены дни", Counted(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_that_may_not_be_seen_are_not_told_as_none()
    {
        var sample = new ScoreSample();
        var summary = sample.Summary(everything: true);
        var shown = sample.Service("1403024").Score;
        Assert.Contains("Отказов: 40;", Told(shown, null), StringComparison.Ordinal);
        Assert.Contains("Отказов: ≥ 40;", Told(shown, ScoreView.TooFew), StringComparison.Ordinal);
        Assert.Contains("Отказов: –;", Told(ScoreView.TooFew, null), StringComparison.Ordinal);

        string Told(params IEnumerable<ScoreView?> refused) => sample.Overviews.Overview(
            summary with { Services = [.. refused.Select(part => sample.Service("1403024") with { Splits = Outcome(part) })] }, sample.Access(StaffRole.Manager), All, "ru").Text;

        static Dictionary<string, IReadOnlyDictionary<string, ScoreView?>> Outcome(ScoreView? refused) =>
            new() { ["outcome"] = refused is null ? new Dictionary<string, ScoreView?>() : new() { ["refused"] = refused } };
    }

    private static void Fits(Card card)
    {
        Assert.InRange(card.Text.Length, 1, CardLimits.Text);
        Assert.False(card.Text.EndsWith('…'), "The card is cut: " + card.Text[..40]);
        Assert.All(card.Rows.SelectMany(row => row), button =>
        {
            Assert.InRange(button.Text.Length, 1, CardLimits.ButtonText);
            Assert.InRange(Encoding.UTF8.GetByteCount(button.Data), 1, CardLimits.ButtonData);
            Assert.Matches("^c\\.(scores|comments|subscriptions)\\.", button.Data);
        });
        Assert.All(card.Rows, row => Assert.NotEmpty(row));
    }

    private static IEnumerable<(string Title, Card Card)> Cards(string language, StaffRole role)
    {
        var sample = new ScoreSample();
        var everything = role is StaffRole.Administrator;
        var (overviews, services) = (sample.Overviews, sample.ServiceCards);
        var two = sample.Service(ScoreSample.TwoForms, everything);
        yield return ("overview", overviews.Overview(sample.Summary(everything), sample.Access(role), All, language));
        yield return ("services, first page", overviews.Services(sample.Services(everything), 0, All, language));
        yield return ("service of two forms", services.Service(two, sample.Context, All, language));
        yield return ("its parts", services.Splits(two, All, language));
        yield return ("its criteria", services.Criteria(two, All, language));
        yield return ("its items, electronic", services.Items(two, null, All, language));
        yield return ("its providers", services.Providers(two, All, language));
        yield return ("its regions", services.Regions(sample.Regions(ScoreSample.TwoForms, everything), All, language));
        yield return ("service under 30", services.Service(sample.Service("1101008", everything), sample.Context, All, language));
        yield return ("service under 5", services.Service(sample.Service("903002", everything), sample.Context, All, language));
        yield return ("service without answers", services.Service(sample.Service("203005", everything), sample.Context, All, language));
        yield return ("providers, first page", overviews.Providers(sample.Providers(everything), 0, All, language));
        yield return ("provider", overviews.Provider(sample.Provider("egov", everything), All, language));
    }

    private static void AssertGolden(string name, string language, IEnumerable<(string Title, Card Card)> cards, [CallerFilePath] string source = "")
    {
        var text = new StringBuilder();
        foreach (var (title, card) in cards)
        {
            Fits(card);
            text.Append("=== ").Append(title).Append('\n').Append(card.Text).Append('\n');
            foreach (var row in card.Rows)
                text.AppendJoin(' ', row.Select(button => $"[{button.Text} → {button.Data.Replace("c.scores.", "", StringComparison.Ordinal)}]")).Append('\n');
            text.Append('\n');
        }

        var file = Path.Combine(Path.GetDirectoryName(source)!, "Golden", $"{name}.{language}.txt");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
            File.WriteAllText(file, text.ToString());
        Assert.Equal(File.ReadAllText(file), text.ToString());
    }
}
