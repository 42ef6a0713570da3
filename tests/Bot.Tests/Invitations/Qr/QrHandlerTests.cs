using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Invitations;
using Bot.Invitations.Places;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using SkiaSharp;
using Xunit;

namespace Bot.Tests.Invitations.Qr;

public sealed class QrHandlerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_picture_of_a_place_holds_its_link_with_a_quiet_zone()
    {
        await using var host = await StartAsync();
        var token = Token(host);
        using var response = await host.Client.GetAsync($"/qr/{token}.png", Stop);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        using var picture = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync(Stop));
        var expected = Modules($"https://survey.example/s/{token}");
        var side = picture.Width / expected.GetLength(0);
        Assert.Equal(expected, Read(expected.GetLength(0), (x, y) => picture.GetPixel((x * side) + (side / 2), (y * side) + (side / 2)).Red < 128));
        Assert.All(Enumerable.Range(0, expected.GetLength(0)), i => Assert.False(expected[i, 3] || expected[3, i]));
    }

    [Fact]
    public async Task As_svg_it_has_the_same_modules_and_telegram_has_a_code_of_its_own()
    {
        await using var host = await StartAsync();
        var token = Token(host);
        var svg = XDocument.Parse(await host.Client.GetStringAsync($"/qr/{token}.svg?to=telegram", Stop));
        var path = svg.Root!.Elements().Last().Attribute("d")!.Value;
        var expected = Modules($"https://t.me/test_bot?start={token}");
        var drawn = new bool[expected.GetLength(0), expected.GetLength(0)];
        foreach (Match run in Regex.Matches(path, @"M(\d+) (\d+)h(\d+)v1h-\d+z"))
        {
            for (var i = 0; i < Number(run, 3); i++)
                drawn[Number(run, 1) + i, Number(run, 2)] = true;
        }

        Assert.Equal(expected, drawn);
    }

    [Fact]
    public async Task An_invitation_has_one_too_and_looking_at_it_uses_nothing_up()
    {
        await using var host = await StartAsync();
        var token = (await host.Get<ReceiptDesk>().TakeAsync([new Receipt("r-1", "2602001", "electronic", "astana", null, null, DateTimeOffset.UnixEpoch)], apiKeyId: null, Stop))[0].Invitation.Token;
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync($"/qr/{token}.png", Stop)).StatusCode);
        await using var db = host.Open();
        Assert.Null((await db.Invitations.SingleAsync(Stop)).ResponseId);
        Assert.Empty(await db.Responses.ToListAsync(Stop));
    }

    [Theory]
    [InlineData("svc_2602001.png")]
    [InlineData("AAAAAAAAAAAAAAAA.png")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.png")]
    [InlineData("a%2Fb.png")]
    [InlineData("%D1%8B.png")]
    [InlineData("AAAAAAAAAAAAAAAA.gif")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_has_none(string name)
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync($"/qr/{name}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Where_the_bot_has_no_name_there_is_no_code_to_it()
    {
        await using var host = await BotHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync($"/qr/{Token(host)}.png?to=telegram", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync($"/qr/{Token(host)}.png", Stop)).StatusCode);
    }

    /// <summary>The modules of a text by the library alone.</summary>
    internal static bool[,] Modules(string text)
    {
        var matrix = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        return Read(matrix.Count, (x, y) => matrix[y][x]);
    }

    internal static bool[,] Read(int size, Func<int, int, bool> isDark)
    {
        var modules = new bool[size, size];
        for (var x = 0; x < size; x++)
        {
            for (var y = 0; y < size; y++)
                modules[x, y] = isDark(x, y);
        }

        return modules;
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Token(BotHost host) => host.Get<PlaceCodes>().Write(new PlaceCode("2602001", null, null, PlaceCode.PlaceOf("ЦОН № 3")));

    private static Task<BotHost> StartAsync() =>
        BotHost.StartAsync(new BotHostOptions { Settings = new() { ["Telegram:BotName"] = "test_bot", ["Web:PublicUrl"] = "https://survey.example" } });
}
