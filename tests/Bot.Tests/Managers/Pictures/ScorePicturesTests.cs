using Bot.Conversations;
using Bot.Managers;
using Bot.Managers.Pictures;
using SkiaSharp;
using Xunit;

namespace Bot.Tests.Managers.Pictures;

public class ScorePicturesTests
{
    private static readonly DateTimeOffset Updated = new(2026, 11, 25, 19, 30, 0, TimeSpan.Zero);
    private static readonly ScorePlace All = new(Region: null);

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void Every_view_is_drawn_1080_wide_and_kept_for_people_to_look_at(string language)
    {
        foreach (var (name, picture) in Examples(language))
        {
            var file = picture.Draw();
            using var drawn = SKBitmap.Decode(file.Content);
            Assert.Equal((1080, picture.Sheet.Height), (drawn.Width, drawn.Height));
            Assert.Equal(SKColors.White, drawn.GetPixel(0, drawn.Height - 1));
            Assert.Equal("image/png", file.ContentType);
            Assert.Matches(@"\A[a-z0-9-]+\.png\z", file.FileName);
            Assert.InRange(file.Caption.Length, 10, 1024);
            Keep($"{name}.{language}.png", file.Content);
        }
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void Nothing_overflows_or_overlaps_even_with_all_forms_and_regions_answered(string language)
    {
        var sample = Full();
        var place = new PictureReader(new ScorePlace("north-kazakhstan"), language, Updated);
        var everywhere = place with { Place = All };
        List<ScorePicture> pictures = [sample.OverviewPictures.Overview(sample.Summary(true), sample.Access(StaffRole.Administrator), place)];
        foreach (var service in sample.AllServices)
        {
            var scores = sample.Service(service, everything: true);
            var views = sample.ServicePictures;
            pictures.AddRange(
            [
                views.Service(scores, place), views.Criteria(scores, place), views.Providers(scores, place),
                .. scores.Forms.Keys.Select(form => views.Items(scores, form, place)), views.Regions(sample.Regions(service, everything: true), everywhere),
            ]);
        }

        pictures.AddRange(sample.AllProviders.Select(provider => sample.OverviewPictures.Provider(sample.Provider(provider, true), place)));
        Assert.All(pictures, Fits);
        Assert.All(pictures, picture => Assert.InRange(picture.Sheet.Height, 200, 3000));
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public void A_picture_says_the_figures_of_its_card(string language)
    {
        var sample = new ScoreSample();
        var scores = sample.Service(ScoreSample.TwoForms);
        var card = sample.ServiceCards.Items(scores, null, All, language).Text;
        var texts = Texts(sample.ServicePictures.Items(scores, "electronic", new PictureReader(All, language, Updated)));
        Assert.All(card.Split('\n').Where(line => line.StartsWith('•')), line =>
        {
            var (label, figures) = (line[2..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            Assert.Contains(label, texts);
            Assert.All(figures.Split(" · "), figure => Assert.Contains(texts, text => text.EndsWith(figure, StringComparison.Ordinal) || text.Contains($" · {figure} · ", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void A_picture_says_how_sure_a_score_is()
    {
        var sample = new ScoreSample();
        var scores = sample.Service(ScoreSample.TwoForms);
        var texts = Texts(sample.ServicePictures.Service(scores, new PictureReader(All, "ru", Updated)));
        var interval = scores.Score!.Interval!;
        Assert.Contains(FormattableString.Invariant($"95\u00a0% доверительный интервал: {interval.LowShown}–{interval.HighShown}").Replace('.', ','), texts);
        Assert.Equal(2, texts.Count(text => text.Contains("доверительный интервал", StringComparison.Ordinal)));
        var form = scores.Forms["electronic"].Score!;
        Assert.Contains(texts, text => text.StartsWith(FormattableString.Invariant($"{form.Interval!.LowShown}–{form.Interval.HighShown} · ").Replace('.', ','), StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_cell_says_too_few_and_shows_no_figure()
    {
        var sample = new ScoreSample();
        var reader = new PictureReader(All, "ru", Updated);
        var hidden = Texts(sample.ServicePictures.Service(sample.Service("903002"), reader));
        Assert.Equal(["Слишком мало ответов для публикации"], hidden.Skip(3).SkipLast(1));
        var rating = Texts(sample.ServicePictures.Regions(sample.Regions(ScoreSample.TwoForms), reader));
        Assert.Equal(3, rating.Count(text => text == "ответов"));
        Assert.Equal(7, rating.Count(text => text.StartsWith("n\u00a0=\u00a0", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_preliminary_or_thin_is_said_in_words_too()
    {
        var sample = new ScoreSample();
        var reader = new PictureReader(All, "ru", Updated);
        Assert.Contains("предварительно или малая база", Texts(sample.ServicePictures.Criteria(sample.Service(ScoreSample.TwoForms), reader)));
        foreach (var region in (string[])["abai", "shymkent"])
            sample.Add("1403024", "electronic", region, 40);
        Assert.Contains(Texts(sample.ServicePictures.Service(sample.Service("1403024"), reader)), text => text.EndsWith("малая база", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_letter_of_Kazakh_has_a_shape_of_its_own(bool isBold)
    {
        using var font = new TextStyle(40, isBold, SKColors.Black).ToFont();
        const string letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘҒҚҢӨҰҮҺІ«»–·№";
        Assert.DoesNotContain((ushort)0, font.GetGlyphs(letters));
        Assert.Equal(letters.Length, font.GetGlyphs(letters).Distinct().Count());
        foreach (var letter in "әғқңөұүһі")
        {
            using var path = font.GetTextPath(letter.ToString());
            Assert.True(path.Bounds is { Width: > 3, Height: > 15 }, letter.ToString());
        }
    }

    private static void Fits(ScorePicture picture)
    {
        var texts = picture.Sheet.Texts;
        Assert.All(texts, text =>
        {
            Assert.True(text.Width <= text.Room + 0.5f, $"«{text.Text}» is {text.Width} wide in {text.Room}.");
            Assert.InRange(text.X, PictureSheet.Left - 8, PictureSheet.Right - text.Width + 1);
            Assert.True(text.Style.Size >= 28, text.Text);
            using var font = text.Style.ToFont();
            Assert.DoesNotContain((ushort)0, font.GetGlyphs(text.Text));
        });
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                var shared = SKRect.Intersect(texts[i].Bounds, texts[j].Bounds);
                Assert.False(shared is { Width: > 1, Height: > 1 }, $"«{texts[i].Text}» lies over «{texts[j].Text}» in {picture.Caption}");
            }
        }
    }

    private static List<string> Texts(ScorePicture picture) => [.. picture.Sheet.Texts.Select(text => text.Text)];

    private static ScoreSample Full()
    {
        var sample = new ScoreSample();
        foreach (var service in sample.AllServices)
        {
            foreach (var form in (string[])["electronic", "paper", "proactive"])
            {
                foreach (var region in (string[])["astana", "north-kazakhstan", "east-kazakhstan", "unknown"])
                    sample.Add(service, form, region, 2, worse: 1);
            }
        }

        foreach (var region in sample.AllRegions)
            sample.Add(ScoreSample.TwoForms, "paper", region, 31, worse: 2);
        return sample;
    }

    private static IEnumerable<(string Name, ScorePicture Picture)> Examples(string language)
    {
        var sample = new ScoreSample();
        var reader = new PictureReader(All, language, Updated);
        var (overviews, services) = (sample.OverviewPictures, sample.ServicePictures);
        var two = sample.Service(ScoreSample.TwoForms);
        yield return ("overview", overviews.Overview(sample.Summary(), sample.Access(StaffRole.Manager), reader));
        yield return ("service", services.Service(two, reader));
        yield return ("service-one-form", services.Service(sample.Service("601001"), reader));
        yield return ("service-preliminary", services.Service(sample.Service("1101008"), reader));
        yield return ("service-too-few", services.Service(sample.Service("903002"), reader));
        yield return ("criteria", services.Criteria(two, reader));
        yield return ("criteria-one-form", services.Criteria(sample.Service("601001"), reader));
        yield return ("items", services.Items(two, "electronic", reader));
        yield return ("providers", services.Providers(two, reader));
        yield return ("regions", services.Regions(sample.Regions(ScoreSample.TwoForms), reader));
        yield return ("provider", overviews.Provider(sample.Provider("egov"), reader));
        var full = Full();
        yield return ("overview-full", overviews.Overview(full.Summary(true), full.Access(StaffRole.Administrator), reader));
        yield return ("regions-full", services.Regions(full.Regions(ScoreSample.TwoForms), reader));
        yield return ("criteria-full", services.Criteria(full.Service("402016", everything: true), reader));
    }

    private static void Keep(string name, byte[] picture) => File.WriteAllBytes(RepositoryFiles.Artifact("pictures", name), picture);
}
