using Bot.Scores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>Those who rated one service by chance, and who of them stands behind what is published of it.</summary>
internal sealed class KnownPeople(BotHost host, Random chance)
{
    public const string Service = "3102008";
    private static readonly string[] Regions = ["astana", "astana", "astana", "abai", "shymkent", "unknown"];
    private readonly ScoreDesk _desk = new(host);
    private readonly List<KnownPerson> _people = [];
    private readonly Dictionary<(string Form, string Region), IReadOnlyList<KnownPerson>> _published = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Some come, some change what they said, some leave; then the scores are folded.</summary>
    public async Task GoOnAsync(int most)
    {
        for (var i = chance.Next(1, most + 1); i > 0; i--)
        {
            var (form, region, day) = (chance.Next(3) == 0 ? "paper" : "electronic", Regions[chance.Next(Regions.Length)], new DateOnly(2026, 11, chance.Next(1, 25)));
            var ratings = Ratings(form);
            var id = await _desk.SubmitAsync(Service, form, region, ratings, new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.FromHours(5)));
            _people.Add(new KnownPerson(id, 0, form, region, day, ratings));
        }

        for (var i = chance.Next(4); i > 0 && _people.Count > 0; i--)
            await ChangeAsync(chance.Next(_people.Count));
        await _desk.FoldAsync();
        await using var db = host.Open();
        foreach (var cell in await db.ScoreCells.Where(c => c.ServiceId == Service && c.Split == "" && c.Day == 0).ToListAsync(Stop))
        {
            if (cell.Published is null)
                _published[(cell.Form, cell.RegionId)] = [.. _people.Where(p => p.Form == cell.Form && (cell.RegionId == "*" || p.Region == cell.RegionId))];
        }
    }

    /// <summary>Whose answers a score counts.</summary>
    public IReadOnlyList<KnownPerson> Behind(string form, string? region, ScorePeriod? period) => period is null
        ? _published.GetValueOrDefault((form, region ?? "*")) ?? []
        : [.. _people.Where(p => p.Form == form && (region is null || p.Region == region) && p.Day >= period.From && p.Day <= period.To)];

    private async Task ChangeAsync(int at)
    {
        var person = _people[at];
        if (chance.Next(3) == 0)
        {
            await _desk.EraseAsync(person.Id);
            _people.RemoveAt(at);
            return;
        }

        _people[at] = person with { Version = person.Version + 1, Ratings = Ratings(person.Form) };
        await _desk.ChangeAsync(person.Id, _people[at].Ratings);
    }

    private Dictionary<string, int> Ratings(string form) => host.Get<ScoringForms>().Find(form)!.Layout.Items
        .Where(_ => chance.Next(6) > 0).ToDictionary(item => item, _ => chance.Next(1, 6));
}

/// <param name="Version">How often the answers were changed.</param>
internal sealed record KnownPerson(long Id, int Version, string Form, string Region, DateOnly Day, Dictionary<string, int> Ratings);
