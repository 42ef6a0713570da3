using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Api;
using Bot.Conversations;
using Bot.Scores;
using Bot.Tests.Conversations;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>Two answers that a manager gets of neighbouring periods, of a region and of the whole, before and after a change: what is left of one less the other is nobody's or enough people's.</summary>
public sealed class NeighbourTests
{
    private const int Enough = 5;
    private const string Service = KnownPeople.Service;
    private static readonly string?[] Regions = [null, "astana", "abai", "shymkent", "unknown"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Property(MaxTest = 6)]
    public async Task No_two_answers_differ_by_a_few_people(int seed, int more)
    {
        var chance = new Random((seed * 7919) + more);
        await using var host = await QuietHost.StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Manager, "test", Stop));
        var people = new KnownPeople(host, chance);
        var before = new Dictionary<(string Form, string Unit, string? Region), HashSet<(long, int)>>();
        for (var round = 0; round < 12; round++)
        {
            await people.GoOnAsync(most: round % 3 == 0 ? 14 : 3);
            foreach (var region in Regions)
                AssertSteps(before, region, await AskAsync(host, people, $"?{(region is null ? "" : $"region={region}")}", region));
        }

        var shown = new List<Shown>();
        foreach (var period in Periods(chance))
        {
            foreach (var region in Regions)
                shown.AddRange(await AskAsync(host, people, $"?{period}{(region is null ? "" : $"&region={region}")}", region));
            shown.AddRange(await RatingAsync(host, people, period));
        }

        foreach (var unit in shown.GroupBy(s => (s.Form, s.Unit)))
            AssertApart([.. unit.Select(s => s.People).Distinct(HashSet<(long, int)>.CreateSetComparer())], unit.Key);
    }

    /// <summary>Neighbouring ones among them.</summary>
    private static string[] Periods(Random chance)
    {
        var (first, last) = (chance.Next(1, 8), chance.Next(8, 20));
        return ["", .. new[] { (first, last), (first, last + 1), (first + 1, last), (1, last), (1, 25) }.Select(days => $"from=2026-11-{days.Item1:00}&to=2026-11-{days.Item2:00}")];
    }

    private static async Task<List<Shown>> AskAsync(BotHost host, KnownPeople people, string query, string? region)
    {
        var scores = await ReadAsync<ServiceScores>(host, $"services/{Service}{query}");
        var shown = new List<Shown>();
        foreach (var (form, one) in scores.Forms)
        {
            var counted = people.Behind(form, region, scores.Period);
            Add(form, "whole", one.Score, counted);
            foreach (var (criterion, own) in one.Criteria)
            {
                Add(form, criterion, own.Score, counted.Where(p => own.Items.Keys.Any(p.Ratings.ContainsKey)));
                foreach (var (item, score) in own.Items)
                    Add(form, item, score, counted.Where(p => p.Ratings.ContainsKey(item)));
            }
        }

        return shown;

        void Add(string form, string unit, ScoreView? score, IEnumerable<KnownPerson> raters)
        {
            if (score?.Mean is null)
                return;
            var set = raters.Select(p => (p.Id, p.Version)).ToHashSet();
            Assert.Equal(score.N, set.Count);
            shown.Add(new Shown(form, unit, set));
        }
    }

    private static async Task<IEnumerable<Shown>> RatingAsync(BotHost host, KnownPeople people, string period) =>
        (await ReadAsync<RegionRating>(host, $"regions/{Service}?{period}")).Rows
            .SelectMany(row => new[] { ("electronic", row.Electronic), ("paper", row.Paper) }
                .Where(form => form.Item2?.Mean is not null)
                .Select(form => new Shown(form.Item1, "whole", [.. people.Behind(form.Item1, row.Region, row.Period).Select(p => (p.Id, p.Version))])));

    private static void AssertSteps(Dictionary<(string Form, string Unit, string? Region), HashSet<(long, int)>> before, string? region, List<Shown> now)
    {
        foreach (var one in now.Where(s => s.Unit == "whole"))
        {
            var key = (one.Form, one.Unit, region);
            if (before.TryGetValue(key, out var last) && !last.SetEquals(one.People))
                Assert.True(one.People.Except(last).Count() >= Enough, $"{key}: {one.People.Except(last).Count()} came in one step.");
            before[key] = one.People;
        }
    }

    private static void AssertApart(List<HashSet<(long, int)>> sets, object of)
    {
        foreach (var larger in sets)
        {
            foreach (var smaller in sets.Where(s => s.Count < larger.Count && s.IsSubsetOf(larger)))
                Assert.True(larger.Count - smaller.Count >= Enough, $"{of}: {larger.Count} people less {smaller.Count}.");
        }
    }

    private static async Task<T> ReadAsync<T>(BotHost host, string path) =>
        await host.Client.GetFromJsonAsync<T>($"/api/v1/scores/{path}", JsonSerializerOptions.Web, Stop) ?? throw new InvalidOperationException(path);

    /// <summary>A score that was shown, and whose it is.</summary>
    private sealed record Shown(string Form, string Unit, HashSet<(long Id, int Version)> People);
}
