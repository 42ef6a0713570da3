using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Invitations.Places;
using Bot.Invitations.Posters;
using Bot.Managers.Pictures;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Bot.Tests.Conversations;
using Bot.Tests.Invitations.Qr;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SkiaSharp;
using Xunit;

namespace Bot.Tests.Invitations.Posters;

public sealed class PosterWriterTests
{
    private const string Label = "№ 3 ХҚКО / ЦОН № 3, Абай көшесі, 12";
    private const float Dots = 4;

    [Theory]
    [InlineData(null, null)]
    [InlineData("test_bot", "2602001")]
    public async Task It_is_one_page_of_A4_with_its_fonts_in_it(string? bot, string? service)
    {
        await using var host = await StartAsync(bot);
        var pdf = Write(host, service, Label);
        Keep($"poster-{service ?? "any"}.pdf", pdf);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-1.", text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "/Type /Page\\b"));
        var box = Regex.Match(text, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]");
        Assert.Equal(210, Number(box, 1) / 72 * 25.4, 0.01);
        Assert.Equal(297, Number(box, 2) / 72 * 25.4, 0.01);
        Assert.Equal(2, Regex.Count(text, "/FontFile2"));
        Assert.Contains("NotoSans-Bold", text, StringComparison.Ordinal);
        Assert.Contains("NotoSans-Regular", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_promise_stands_in_both_languages_kazakh_first_and_the_fonts_have_all_letters()
    {
        await using var host = await StartAsync("test_bot");
        var texts = host.Get<TextCatalogue>();
        var sheet = Lay(host, "2602001", Label);
        var written = string.Join(' ', sheet.Texts.Select(t => t.Text));
        foreach (var key in new[] { "title", "how", "type", "who_sees", "no_codes" })
        {
            var (kazakh, russian) = (written.IndexOf(texts.Get("kk", "poster." + key), StringComparison.Ordinal), written.IndexOf(texts.Get("ru", "poster." + key), StringComparison.Ordinal));
            Assert.True(kazakh >= 0 && kazakh < russian, key);
        }

        Assert.Contains(" survey.example/s/svc_2602001 ", written, StringComparison.Ordinal);
        Assert.Contains("@test_bot", written, StringComparison.Ordinal);
        Assert.EndsWith(Label, written, StringComparison.Ordinal);
        Assert.Contains("Қызметті бағалаңыз", written, StringComparison.Ordinal);
        Assert.All(sheet.Texts, text => Assert.True((text.Style.IsBold ? PictureFonts.Bold : PictureFonts.Regular).ContainsGlyphs(text.Text), text.Text));
    }

    [Fact]
    public async Task The_drawn_modules_are_those_of_the_links()
    {
        await using var host = await StartAsync("test_bot");
        var sheet = Lay(host, "2602001", Label);
        using var picture = new SKBitmap((int)(PosterSheet.Width * Dots), (int)(PosterSheet.Height * Dots));
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(Dots);
            sheet.Draw(canvas);
        }

        Keep("poster.png", picture.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        var token = Token(host, "2602001");
        foreach (var (link, room) in new[] { $"https://survey.example/s/{token}", $"https://t.me/test_bot?start={token}" }.Zip(sheet.Codes.Select(c => c.Room)))
        {
            var expected = QrHandlerTests.Modules(link);
            var side = room.Width / expected.GetLength(0);
            Assert.Equal(expected, QrHandlerTests.Read(expected.GetLength(0), (x, y) =>
                picture.GetPixel((int)((room.Left + ((x + 0.5f) * side)) * Dots), (int)((room.Top + ((y + 0.5f) * side)) * Dots)).Red < 128));
        }
    }

    [Fact]
    public async Task With_the_longest_names_nothing_overlaps_or_leaves_the_margin_and_the_code_stays_large()
    {
        await using var host = await StartAsync("a_bot_with_a_very_long_name_bot");
        var label = string.Join(' ', Enumerable.Repeat("Көкшетау", 13));
        foreach (var service in host.Get<ServiceCatalogue>().Services)
        {
            var sheet = Lay(host, service.Id, label);
            List<SKRect> all = [.. sheet.Texts.Select(t => t.Bounds), .. sheet.Codes.Select(c => c.Room)];
            var page = SKRect.Create(PosterSheet.Margin, PosterSheet.Margin, PosterSheet.Width - (2 * PosterSheet.Margin), PosterSheet.Height - (2 * PosterSheet.Margin));
            page.Inflate(0.1f, 0.1f);
            Assert.All(all.Concat(sheet.Frames), box => Assert.True(page.Contains(box), $"{service.Id}: {box}"));
            Assert.All(sheet.Frames, frame => Assert.DoesNotContain(sheet.Codes, code => frame.IntersectsWith(code.Room)));
            for (var i = 0; i < all.Count; i++)
                Assert.DoesNotContain(all.Skip(i + 1), other => other.IntersectsWith(Shrunk(all[i])));
            Assert.InRange(sheet.Codes[0].Room.Width / 72 * 25.4, 60, 110);
        }
    }

    [Fact]
    public async Task No_word_is_left_alone_on_a_line()
    {
        await using var host = await StartAsync("test_bot");
        var hint = Lay(host, "2602001", Label).Texts.Where(t => t.Text.StartsWith("Камераны", StringComparison.Ordinal) || t.Text.EndsWith("ашылады.", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, hint.Count);
        Assert.InRange(hint[1].Width / hint[0].Width, 0.7, 1.3);
    }

    private static SKRect Shrunk(SKRect box)
    {
        box.Inflate(-0.1f, -0.1f);
        return box;
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static PlaceCode Code(string? service) => new(service, null, "astana", PlaceCode.PlaceOf(Label));

    private static string Token(BotHost host, string? service) => host.Get<PlaceCodes>().Write(Code(service));

    private static PosterSheet Lay(BotHost host, string? service, string label) => host.Get<PosterWriter>().Lay(Code(service), Token(host, service), label);

    private static byte[] Write(BotHost host, string? service, string label) => host.Get<PosterWriter>().Write(Code(service), Token(host, service), label);

    private static Task<BotHost> StartAsync(string? bot) => QuietHost.StartAsync(configure: builder => Configure(builder, bot));

    private static void Configure(WebApplicationBuilder builder, string? bot) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Telegram:BotName"] = bot, ["Web:PublicUrl"] = "https://survey.example" });

    private static void Keep(string name, byte[] content) => File.WriteAllBytes(RepositoryFiles.Artifact("posters", name), content);
}
