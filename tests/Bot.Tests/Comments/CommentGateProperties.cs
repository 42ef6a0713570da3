using System.Text;
using Bot.Comments;
using Bot.Hosting;
using Bot.Managers;
using Bot.Survey.Comments;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Comments;

public sealed class CommentGateProperties
{
    private const int Minimum = 10;
    private static readonly SurveyFiles Files = SurveyFiles.Read("dialogs", "localization");

    /// <summary>What can be had of a form or a topic (the whole, a region, the whole less all regions that are shown) comes from ten people or from nobody.</summary>
    [Fact]
    public void No_answer_and_no_difference_of_answers_comes_from_fewer_than_ten()
    {
        var random = new Random(7);
        for (var run = 0; run < 2000; run++)
        {
            var people = Enumerable.Range(0, random.Next(1, 8)).ToDictionary(i => $"r{i}", _ => random.Next(4) == 0 ? random.Next(40) : random.Next(14));
            var raters = people.ToDictionary(p => p.Key, p => random.Next(p.Value + 1));
            var gate = new CommentGate(Minimum, [
                .. people.Select(p => new CommentCell("paper", p.Key, null, p.Value)), .. raters.Select(p => new CommentCell("paper", p.Key, "feedback", p.Value))]);
            AssertSafe(gate, null, people);
            AssertSafe(gate, "feedback", raters.Values.Sum() > 0 ? raters : people);
            Assert.All(people.Keys, region => Assert.True(gate.Shows("paper", region) || !gate.Shows("paper", "feedback", region)));
        }
    }

    [Fact]
    public void What_was_never_answered_is_not_shown()
    {
        var gate = new CommentGate(Minimum, [new CommentCell("paper", "astana", null, 50)]);
        Assert.True(gate.Shows("paper", null));
        Assert.False(gate.Shows("electronic", null));
        Assert.False(gate.Shows("paper", "abai"));
        Assert.True(gate.Shows("paper", CommentRules.Other, "astana"));
    }

    [Fact]
    public void Every_button_fits_and_says_what_it_shows()
    {
        foreach (var service in Files.Catalogue.Services)
        {
            foreach (var region in Files.Catalogue.Regions.Select(r => (string?)r.Id).Append(null))
            {
                foreach (var topic in Files.Comments.Topics.Append(CommentRules.Other).Cast<string?>().Append(null))
                {
                    var view = new CommentView(new ScorePlace(region), service.Id, "proactive", topic, 99);
                    var data = view.Data(CommentView.List, Files.Comments.Topics);
                    Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, CardLimits.ButtonData);
                    Assert.Equal(view, CommentView.Read(data["c.comments.".Length..].Split('.'), Files.Comments.Topics));
                }
            }
        }
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void A_page_of_the_longest_comments_fits_a_card(string language)
    {
        var options = Options.Create(new CommentsOptions());
        var cards = new CommentCards(Files.Texts, Files.Catalogue, Files.Comments, options);
        foreach (var service in Files.Catalogue.Services)
        {
            var entry = new CommentEntry(1, "suggestion", "electronic", Files.Comments.Topics, new DateOnly(2026, 11, 25));
            var shown = Enumerable.Repeat(new ShownComment(entry, "kk", new string('ұ', 4000)), CommentCards.PageSize).ToList();
            var card = cards.List(shown, 500, new CommentView(new ScorePlace("north-kazakhstan"), service.Id, "electronic", "info"), language);
            Assert.InRange(card.Text.Length, 1, CardLimits.Text);
            Assert.DoesNotContain("ұұұ" + new string('ұ', 700), card.Text, StringComparison.Ordinal);
            Assert.Equal(CommentCards.PageSize, card.Text.Split('…').Length - 1);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void The_minimum_has_a_range(int minimum, bool allowed) =>
        Assert.Equal(
            allowed ? null : $"Comments:MinimumToShow must be 1 to 1000, but is {minimum}.",
            new CommentsOptionsValidator().Validate(null, new CommentsOptions { MinimumToShow = minimum }).FailureMessage);

    private static void AssertSafe(CommentGate gate, string? topic, Dictionary<string, int> people)
    {
        bool Shows(string? region) => gate.Shows("paper", topic, region);
        var shown = people.Where(p => Shows(p.Key)).ToList();
        Assert.All(shown, p => Assert.True(p.Value >= Minimum));
        var rest = people.Values.Sum() - shown.Sum(p => p.Value);
        Assert.True(!Shows(null) || shown.Count == 0 || rest == 0 || rest >= Minimum, $"{rest} of {string.Join(',', people.Values)}");
        Assert.True(!Shows(null) || people.Values.Sum() >= Minimum);
    }
}
