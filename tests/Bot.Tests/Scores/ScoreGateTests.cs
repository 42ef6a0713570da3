using System.Text.Json;
using Bot.Scores;
using Bot.Tests.Conversations;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Tests.Scores;

public sealed class ScoreGateTests
{
    private static readonly string[] Figures = ["mean", "full", "meanShown", "fullShown", "level"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Property(Arbitrary = [typeof(OperationArbitrary)], MaxTest = 10)]
    public async Task Nobody_but_administrators_sees_a_cell_of_fewer_than_five(Operation[] operations)
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        foreach (var o in operations)
            await desk.SubmitAsync(o.Service, o.Form, o.Region, o.RatingsOf());
        await desk.FoldAsync();
        var reader = host.Get<ScoreReader>();
        ScoreFilter[] filters = [ScoreFilter.None, new(Region: "abai"), new(Form: "paper"), new(From: new(2026, 3, 4), To: new(2026, 3, 9))];
        foreach (var filter in filters)
        {
            AssertNoSmallCell(await reader.ServicesAsync(filter, everything: false, Stop));
            AssertNoSmallCell(await reader.ServiceAsync("601001", filter, everything: false, Stop));
            AssertNoSmallCell(await reader.RegionsAsync("601001", filter, everything: false, Stop));
            AssertNoSmallCell(await reader.ProviderAsync("egov", filter, everything: false, Stop));
            AssertNoSmallCell(await reader.ProvidersAsync(filter, everything: false, Stop));
        }
    }

    [Fact]
    public async Task A_form_that_few_answered_is_left_out_of_what_is_published_of_the_service()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 31; i++)
            await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 5 });
        await desk.SubmitAsync("601001", "paper", "astana", new() { ["building"] = 2 });
        await desk.FoldAsync();
        var shown = await host.Get<ScoreReader>().ServiceAsync("601001", ScoreFilter.None, everything: false, Stop);
        Assert.Equal((31, 5.0, 31), (shown.Score?.N, shown.Score?.Mean, shown.Respondents));
        Assert.Equal(ScoreView.TooFew, shown.Forms["paper"].Score);
        Assert.Equal([0, 0, 0, 0, 31], shown.Score?.Distribution);
        Assert.Equal(ScoreView.TooFew, (await host.Get<ScoreReader>().ServiceAsync("601001", new(Form: "paper"), everything: false, Stop)).Score);
        Assert.Equal(3.5, (await host.Get<ScoreReader>().ServiceAsync("601001", ScoreFilter.None, everything: true, Stop)).Score?.Mean);
    }

    [Fact]
    public async Task A_provider_s_score_is_made_of_the_services_in_which_it_is_shown()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 12; i++)
            await desk.SubmitAsync(i < 9 ? "601001" : "402011", "electronic", "astana", new() { ["info_clear"] = i < 9 ? 5 : 1 });
        await desk.FoldAsync();
        var provider = await host.Get<ScoreReader>().ProviderAsync("egov", ScoreFilter.None, everything: false, Stop);
        Assert.Equal((9, 5.0, 5.0), (provider.Score?.N, provider.Score?.Mean, provider.Weighted?.Mean));
        Assert.Equal(ScoreView.TooFew, provider.Services.Single(s => s.Service == "402011").Score);
        Assert.Equal(3.0, (await host.Get<ScoreReader>().ProviderAsync("egov", ScoreFilter.None, everything: true, Stop)).Score?.Mean);
    }

    [Fact]
    public async Task A_person_who_changes_the_answers_often_or_comes_and_leaves_makes_no_step()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        var mine = 0L;
        for (var i = 0; i < 12; i++)
            mine = await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 5 });
        await desk.FoldAsync();
        for (var i = 0; i < 6; i++)
        {
            await desk.ChangeAsync(mine, new() { ["info_clear"] = 1 });
            await desk.EraseAsync(await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 1 }));
        }

        await desk.FoldAsync();
        Assert.Equal(5.0, (await host.Get<ScoreReader>().ServiceAsync("601001", ScoreFilter.None, everything: false, Stop)).Score?.Mean);
        Assert.Equal(56.0 / 12, (await host.Get<ScoreReader>().ServiceAsync("601001", ScoreFilter.None, everything: true, Stop)).Score?.Mean);
    }

    [Fact]
    public async Task A_region_under_thirty_is_preliminary_and_has_no_place()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 42; i++)
            await desk.SubmitAsync("601001", "electronic", i < 30 ? "astana" : "abai", new() { ["info_clear"] = i < 30 ? 3 : 5 });
        await desk.FoldAsync();
        var rows = (await host.Get<ScoreReader>().RegionsAsync("601001", ScoreFilter.None, everything: false, Stop)).Rows;
        Assert.Equal(("astana", 1, ScoreStatus.Shown), (rows[0].Region, rows[0].Rank, rows[0].Combined?.Status));
        Assert.Equal(("abai", null, ScoreStatus.Preliminary), (rows[1].Region, rows[1].Rank, rows[1].Combined?.Status));
        var all = (await host.Get<ScoreReader>().RegionsAsync("601001", new(Form: "electronic"), everything: true, Stop)).Rows;
        Assert.Equal(["abai", "astana"], all.Where(r => r.Rank is not null).Select(r => r.Region));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01", "2026-03-01", "2026-03-03")]
    [InlineData("2026-03-02", "2026-03-05", "2026-03-01", "2026-03-05")]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-04", "2026-03-05")]
    [InlineData("2026-03-06", "2026-03-09", "0001-01-01", "0001-01-01")]
    public void A_period_snaps_to_the_blocks_that_it_touches(string from, string to, string first, string last)
    {
        var snapped = PeriodScores.Snap([(Day("2026-03-01"), Day("2026-03-03")), (Day("2026-03-04"), Day("2026-03-05"))], new ScoreFilter(From: Day(from), To: Day(to)));
        Assert.Equal((Day(first), Day(last)), (snapped.From, snapped.To));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertNoSmallCell<T>(T scores) => Walk(JsonSerializer.SerializeToElement(scores, JsonSerializerOptions.Web));

    private static void Walk(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            Assert.All(element.EnumerateArray(), Walk);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("n", out var n) && n.ValueKind == JsonValueKind.Null)
            Assert.All(Figures, f => Assert.Equal(JsonValueKind.Null, element.GetProperty(f).ValueKind));
        else if (n.ValueKind == JsonValueKind.Number)
            Assert.True(n.GetInt64() >= 5, $"A score of {n.GetInt64()} people is shown.");
        if (element.TryGetProperty("respondents", out var r) && r.ValueKind == JsonValueKind.Number)
            Assert.True(r.GetInt64() is 0 or >= 5, $"A count of {r.GetInt64()} people is shown.");
        Assert.All(element.EnumerateObject(), property => Walk(property.Value));
    }
}
