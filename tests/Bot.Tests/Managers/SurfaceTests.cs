using Bot.Comments;
using Bot.Managers;
using Bot.Scores;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Tests.Managers;

/// <summary>What the publish gate hides shows nowhere: not in a card, a picture, a workbook or an answer of the API, nor in what differs between two of them.</summary>
public sealed class SurfaceTests
{
    private static readonly string[] Scopes = ["", "region:abai", "region:astana", "service:3102008,region:ulytau", "provider:egov"];
    private static readonly string?[] Regions = [null, .. HiddenSwap.SmallRegions, "astana", "shymkent", "unknown"];

    /// <summary>
    /// All surfaces are the same to the byte in two worlds that differ in hidden cells alone; so whatever is worked out from any number of answers, before and
    /// after whatever happens, tells nothing of those cells.
    /// </summary>
    [Property(MaxTest = 5)]
    public async Task Whose_an_answer_in_a_hidden_cell_is_shows_on_no_surface(int seed, int more)
    {
        var chance = new Random((seed * 7919) + more);
        await using var walls = await ScopeWalls.BuildAsync();
        var life = new HiddenSwap(chance, walls.Hosts);
        for (var round = 0; round < 4; round++)
        {
            await life.GoOnAsync();
            if (round == 1)
                await life.HideAsync();
            else if (round > 1)
                await life.TouchAsync();
            await walls.BecomeAsync(Scopes[chance.Next(2) * chance.Next(Scopes.Length)]);
            for (var i = 0; i < 12; i++)
                await walls.PressAsync(Button(chance));
            for (var i = 0; i < 8; i++)
                await walls.GetAsync(Address(chance));
        }

        // Else the test would be about nothing.
        var known = await Task.WhenAll(walls.Hosts.Select(host => host.Get<ScoreReader>().ServiceAsync(HiddenSwap.Hidden, ScoreFilter.None, everything: true, TestContext.Current.CancellationToken)));
        Assert.NotEqual(known[0].Score, known[1].Score);
    }

    private static string Button(Random chance)
    {
        var place = new ScorePlace(Pick(chance, Regions), Period(chance));
        var service = Pick(chance, [HiddenSwap.Service, HiddenSwap.Service, .. HiddenSwap.Services]);
        return chance.Next(10) switch
        {
            0 => place.Data(Pick(chance, ["o", "go"])),
            1 => place.Data("l", "0"),
            2 => place.Data("p", "0"),
            3 => place.Data(Pick(chance, ["v", "gv"]), Pick(chance, ["egov", "min-justice"])),
            4 => string.Join('.', "c.export.s", place.Data("").Split('.')[^1]),
            5 => $"c.export.r.{service}.-",
            6 => new CommentView(place, service).Data(CommentView.Board, []),
            _ => place.Data(Pick(chance, ["s", "c", "i", "w", "x", "r", "gs", "gc", "gi", "gw", "gr"]), service),
        };
    }

    private static string Address(Random chance)
    {
        var service = Pick(chance, HiddenSwap.Services);
        var what = Pick(chance, ["services", $"services/{service}", $"services/{service}", "providers", "providers/egov", $"regions/{service}", $"regions/{service}", "export.xlsx"]);
        var days = Period(chance).Days(new DateOnly(2026, 11, 25));
        string?[] query =
        [
            Pick(chance, Regions) is { } region && !what.StartsWith("regions", StringComparison.Ordinal) ? $"region={region}" : null,
            days is var (from, to) ? $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}" : null,
            chance.Next(3) == 0 ? $"form={Pick(chance, ["electronic", "paper"])}" : null,
            what == "export.xlsx" && chance.Next(2) == 0 ? $"regions={service}" : null,
        ];
        return $"/api/v1/scores/{what}?{string.Join('&', query.OfType<string>())}";
    }

    private static PeriodChoice Period(Random chance) => chance.Next(5) switch
    {
        0 => PeriodChoice.LastDays(7),
        1 => PeriodChoice.LastDays(30),
        2 => PeriodChoice.Own(new DateOnly(2026, 11, chance.Next(1, 12)), new DateOnly(2026, 11, chance.Next(12, 26))),
        _ => default,
    };

    private static T Pick<T>(Random chance, T[] of) => of[chance.Next(of.Length)];
}
