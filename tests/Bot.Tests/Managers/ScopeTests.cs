using FsCheck.Fluent;
using Xunit;
using static Bot.Tests.Managers.ScopeWalls;

namespace Bot.Tests.Managers;

/// <summary>A manager gets at nothing outside the scope: not by a command, a button that was forged, typed words, a link or the API.</summary>
public sealed class ScopeTests
{
    private const string Licence = "1403024";
    private const string Apostille = "3102008";
    private const string Refused = "У Вас нет доступа к этому разделу.";

    private static readonly Alike[] InAstana = [new(Licence, "electronic", "astana", 31, 5), new(Apostille, "electronic", "astana", 6, 4), new(Apostille, "paper", "astana", 6, 5)];

    private static readonly Alike[] Elsewhere =
    [
        new(Licence, "electronic", "shymkent", 35, 2), new(Apostille, "electronic", "shymkent", 33, 1), new(Apostille, "paper", "abai", 9, 3),
        new("601001", "electronic", "shymkent", 12, 2), new("402011", "electronic", "unknown", 8, 1),
    ];

    private static readonly string[] Places = ["-", "astana", "shymkent", "unknown"];

    private static readonly string[] Ids = [Licence, "601001", "egov", ""];

    private static readonly string[] Words =
    [
        "/scores", "/scores Шымкент", "/scores 1403024", "/scores 601001", "/scores лицензия", "/scores апостиль шымкент", "/scores Портал eGov", "/scores egov", "Шымкент", "1403024",
        "/scores@bot", "/scores s.shymkent.3102008", "/scores c.scores.s.shymkent.3102008", "/staff", "/staff Шымкент", "/quarantine", "/start svc_3102008_e_shymkent",
        "/start shymkent", "/start STAFF-0000000000", "/login STAFF-0000000000", "/mydata", "/help", "/language",
    ];

    [Fact]
    public async Task No_view_with_any_foreign_id_shows_a_manager_of_a_region_anything_of_another()
    {
        await using var walls = await BuildAsync("region:astana", InAstana, Elsewhere);
        var shown = 0;
        foreach (var place in Places)
        {
            var overview = await walls.PressAsync($"c.scores.o.{place}");
            foreach (var view in Enumerable.Range('a', 26).Select(letter => (char)letter))
            {
                foreach (var id in Ids)
                {
                    var card = await walls.PressAsync($"c.scores.{view}.{place}.{id}");
                    shown += card.StartsWith(Refused, StringComparison.Ordinal) ? 0 : 1;
                    if (card == overview && !card.StartsWith(Refused, StringComparison.Ordinal))
                        break; // There is no such view.
                }
            }
        }

        // Else the test would be about nothing.
        Assert.True(shown > 25, $"Only {shown} cards were shown at all.");
        Assert.Contains("5,00", await walls.PressAsync($"c.scores.s.astana.{Licence}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region:astana", "astana")]
    [InlineData("service:3102008", "-")]
    public async Task Pictures_and_workbooks_hold_no_more_than_the_cards(string scope, string place)
    {
        await using var walls = await ScopedAsync(scope);
        foreach (var picture in new[] { "go", $"gs.{Apostille}", $"gc.{Apostille}", $"gi.{Apostille}", $"gw.{Apostille}", $"gr.{Apostille}", "gv.egov" })
            await walls.PressAsync($"c.scores.{picture.Replace(".", $".{place}.", StringComparison.Ordinal)}{(picture == "go" ? "." + place : "")}");
        Assert.Contains(".png", await walls.PressAsync($"c.scores.gs.{place}.{Apostille}"), StringComparison.Ordinal);
        Assert.Contains(".xlsx", await walls.PressAsync($"c.export.s.{place}"), StringComparison.Ordinal);
        await walls.PressAsync($"c.export.r.{Apostille}.{place}");
        Assert.StartsWith("200", await walls.GetAsync("/api/v1/scores/export.xlsx" + (place == "-" ? "" : $"?region={place}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region:astana")]
    [InlineData("service:3102008")]
    [InlineData("provider:elicense")]
    public async Task No_words_and_no_link_do(string scope)
    {
        await using var walls = await ScopedAsync(scope);
        foreach (var words in Words)
            await walls.TypeAsync(words);
    }

    [Theory]
    [InlineData("service:3102008")]
    [InlineData("provider:elicense")]
    public async Task No_view_shows_a_manager_of_services_another_service_or_provider(string scope)
    {
        await using var walls = await ScopedAsync(scope);
        foreach (var view in new[] { "o", "l", "p", "v", "r", "s", "c", "i", "w" })
        {
            foreach (var id in Ids)
            {
                await walls.PressAsync($"c.scores.{view}.-.{id}");
                Assert.StartsWith(Refused, await walls.PressAsync($"c.scores.{view}.shymkent.{id}"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("region:astana")]
    [InlineData("service:3102008")]
    [InlineData("provider:elicense")]
    public async Task The_api_keeps_a_key_within_the_same_scope(string scope)
    {
        await using var walls = await ScopedAsync(scope);
        var answered = 0;
        foreach (var what in new[] { "services", "providers" }.Concat(new[] { Licence, Apostille, "601001", "egov", "elicense", "nothing" }.SelectMany(id => new[] { $"services/{id}", $"providers/{id}", $"regions/{id}" })))
        {
            foreach (var query in new[] { "", "?region=astana", "?region=shymkent", "?region=unknown", "?form=electronic&region=abai", "?from=2026-11-20&to=2026-11-22", "?region=*", "?region=astana&region=shymkent" })
                answered += (await walls.GetAsync($"/api/v1/scores/{what}{query}")).StartsWith("200", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(answered, 3, 100);
        Assert.StartsWith(scope.StartsWith("region", StringComparison.Ordinal) ? "403" : "200", await walls.GetAsync("/api/v1/scores/services?region=shymkent"), StringComparison.Ordinal);
        Assert.StartsWith("403", await walls.GetAsync("/api/v1/scores/services/601001?region=shymkent"), StringComparison.Ordinal);
        Assert.StartsWith("403", await walls.GetAsync("/api/v1/responses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_data_whatever_of_a_button_does()
    {
        await using var walls = await BuildAsync("region:astana", InAstana, Elsewhere);
        var parts = Gen.Elements(Places.Concat(Ids).Concat(["*", "ASTANA", Apostille, "elicense", "s", "l", "p", "v", "r", "c", "i", "w", "o", "scores", "staff", "quarantine", "c", "99999999999999999999", "e10", "../x", "%2e"]));
        var forged = from length in Gen.Choose(0, 5) from some in Gen.ArrayOf(parts, length) select string.Join('.', some);
        foreach (var data in forged.Sample(150))
            await walls.PressAsync("c.scores." + data);
        foreach (var data in forged.Sample(50))
            await walls.PressAsync("c." + data);
    }

    [Fact]
    public async Task Every_button_that_is_shown_leads_to_what_the_scope_holds()
    {
        await using var walls = await BuildAsync("region:astana", InAstana, Elsewhere);
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["c.scores"]));
        while (open.TryDequeue(out var data))
        {
            if (!seen.Add(data))
                continue;
            var card = await walls.PressAsync(data);
            Assert.False(card.StartsWith(Refused, StringComparison.Ordinal), data);
            foreach (var button in card.Split('|', ']').Where(part => part.StartsWith("c.scores", StringComparison.Ordinal)))
                open.Enqueue(button);
        }

        Assert.True(seen.Count > 60, $"Only {seen.Count} buttons were found.");
        Assert.DoesNotContain(seen, data => data.Contains("shymkent", StringComparison.Ordinal));
    }

    private static Task<ScopeWalls> ScopedAsync(string scope) => scope switch
    {
        "service:3102008" => BuildAsync(scope, [.. Both(Apostille)], [.. InAstana.Concat(Elsewhere).Where(r => r.Service != Apostille)]),
        "provider:elicense" => BuildAsync(scope, [.. Both(Licence)], [.. InAstana.Concat(Elsewhere).Where(r => r.Service != Licence)]),
        _ => BuildAsync(scope, InAstana, Elsewhere),
    };

    private static IEnumerable<Alike> Both(string service) => InAstana.Concat(Elsewhere).Where(r => r.Service == service);
}
