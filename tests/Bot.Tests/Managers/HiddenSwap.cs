using Bot.Scores;
using Bot.Tests.Scores;

namespace Bot.Tests.Managers;

/// <summary>
/// The same life of a few services in two worlds, made up by chance. They differ in what nobody but an administrator may know: two people of two regions
/// that are too small to be shown have, in the second world, each other's answers; and the few who rated one more service have others.
/// </summary>
internal sealed class HiddenSwap
{
    public const string Service = "3102008";
    public const string Hidden = "402011";
    public static readonly string[] Services = [Service, Hidden, "1403024", "705006"];
    public static readonly string[] SmallRegions = ["abai", "ulytau"];
    private static readonly string[] LargeRegions = ["astana", "shymkent", "unknown"];
    private readonly Random _chance;
    private readonly (BotHost Host, ScoreDesk Desk, List<long> Others, List<long> Pair)[] _worlds;

    public HiddenSwap(Random chance, IEnumerable<BotHost> hosts)
    {
        _chance = chance;
        _worlds = [.. hosts.Select(host => (host, new ScoreDesk(host), new List<long>(), new List<long>()))];
    }

    /// <summary>People come, change what they said, leave, are doubted and released; then the scores are folded.</summary>
    public async Task GoOnAsync()
    {
        for (var i = _chance.Next(3, 25); i > 0; i--)
            await AnswerAsync(Pick([Service, Service, "1403024", "705006"]), Pick(LargeRegions), pair: false);
        for (var i = _chance.Next(4); i > 0; i--)
            await ChangeAsync(_chance.Next(1000));
        await FoldAsync();
    }

    /// <summary>The two come, and with them others from their regions: never five from one.</summary>
    public async Task HideAsync()
    {
        var form = Pick(Forms(Service));
        var (day, mine, yours) = (Day(), Ratings(form, whole: true), Ratings(form, whole: true));
        foreach (var (world, answers) in _worlds.Zip([(mine, yours), (yours, mine)]))
        {
            world.Pair.Add(await world.Desk.SubmitAsync(Service, form, SmallRegions[0], answers.Item1.ToDictionary(), day));
            world.Pair.Add(await world.Desk.SubmitAsync(Service, form, SmallRegions[1], answers.Item2.ToDictionary(), day));
        }

        foreach (var region in SmallRegions)
        {
            for (var i = _chance.Next(4); i > 0; i--)
                await AnswerAsync(Service, region, pair: true);
        }

        var (few, where) = (_chance.Next(1, 5), Pick(LargeRegions));
        for (; few > 0; few--)
        {
            day = Day();
            foreach (var world in _worlds)
                await world.Desk.SubmitAsync(Hidden, "electronic", where, Ratings("electronic", whole: true), day);
        }

        await FoldAsync();
    }

    /// <summary>Something happens to both of the two at once.</summary>
    public async Task TouchAsync()
    {
        var what = _chance.Next(4);
        foreach (var (_, desk, _, pair) in _worlds)
        {
            foreach (var id in pair)
            {
                if (what < 2)
                    await desk.DoubtAsync(id, what == 0 ? OperationKind.Suspect : OperationKind.Release);
            }
        }

        await FoldAsync();
    }

    private async Task AnswerAsync(string service, string region, bool pair)
    {
        var form = Pick(Forms(service));
        var (day, ratings) = (Day(), Ratings(form, pair));
        foreach (var (_, desk, others, _) in _worlds)
        {
            var id = await desk.SubmitAsync(service, form, region, ratings.ToDictionary(), day);
            if (!pair)
                others.Add(id);
        }
    }

    private async Task ChangeAsync(int which)
    {
        var (what, among) = (_chance.Next(4), _worlds[0].Others);
        if (among.Count == 0)
            return;
        which %= among.Count;
        var ratings = Ratings(_worlds[0].Desk.FormOf(among[which]), whole: false);
        foreach (var (_, desk, others, _) in _worlds)
        {
            var id = others[which];
            if (what == 0)
                await desk.ChangeAsync(id, ratings.ToDictionary());
            else if (what == 1)
                await desk.EraseAsync(id);
            else
                await desk.DoubtAsync(id, what == 2 ? OperationKind.Suspect : OperationKind.Release);
            if (what == 1)
                others.RemoveAt(which);
        }
    }

    private async Task FoldAsync()
    {
        foreach (var (_, desk, _, _) in _worlds)
            await desk.FoldAsync();
    }

    private Dictionary<string, int> Ratings(string form, bool whole) => _worlds[0].Host.Get<ScoringForms>().Find(form)!.Layout.Items
        .Where(_ => whole || _chance.Next(5) > 0).ToDictionary(item => item, _ => _chance.Next(1, 6));

    private DateTimeOffset Day() => new(2026, 11, _chance.Next(1, 25), 12, 0, 0, TimeSpan.FromHours(5));

    private static string[] Forms(string service) => service == Service ? ["electronic", "paper"] : ["electronic"];

    private T Pick<T>(T[] of) => of[_chance.Next(of.Length)];
}
