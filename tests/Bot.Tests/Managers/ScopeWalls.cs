using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bot.Api;
using Bot.Conversations;
using Bot.Exports;
using Bot.Managers;
using Bot.Scores;
using Bot.Tests.Conversations;
using Bot.Tests.Exports;
using Bot.Tests.Scores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Managers;

/// <summary>
/// Two programs that hold the same as far as a reader may know: they differ outside a scope, or in what a gate hides. Whoever sees a difference between
/// the two, in a card, a picture, a workbook or an answer of the API, sees what is hidden.
/// </summary>
internal sealed partial class ScopeWalls : IAsyncDisposable
{
    private readonly (BotHost Host, Talk Talk)[] _worlds;

    private ScopeWalls((BotHost Host, Talk Talk)[] worlds) => _worlds = worlds;

    public IReadOnlyList<BotHost> Hosts => [.. _worlds.Select(world => world.Host)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="scope">The scope of the manager and of the key.</param>
    /// <param name="within">Responses of both worlds.</param>
    /// <param name="outside">Those that one world has beside them.</param>
    public static async Task<ScopeWalls> BuildAsync(string scope, IReadOnlyList<Alike> within, IReadOnlyList<Alike> outside)
    {
        var walls = await BuildAsync();
        foreach (var (host, responses) in walls.Hosts.Zip([within, [.. within, .. outside]]))
        {
            var desk = new ScoreDesk(host);
            foreach (var some in responses)
                await some.SubmitAsync(host, desk);
            await desk.FoldAsync();
        }

        await walls.BecomeAsync(scope);
        return walls;
    }

    /// <summary>Two empty worlds, in each a person who is nobody yet.</summary>
    public static async Task<ScopeWalls> BuildAsync()
    {
        var worlds = new List<(BotHost, Talk)>();
        for (var i = 0; i < 2; i++)
        {
            var host = await QuietHost.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero)));
            var talk = new Talk(host, "9001");
            await talk.TypeAsync("/start");
            await talk.TapAsync("Русский");
            worlds.Add((host, talk));
        }

        return new ScopeWalls([.. worlds]);
    }

    /// <summary>Makes the person a manager of a scope, and the key that of such a one.</summary>
    public async Task BecomeAsync(string scope)
    {
        foreach (var (host, talk) in _worlds)
        {
            await talk.TypeAsync(await host.Get<StaffCodes>().IssueAsync(StaffRole.Manager, StaffScope.Of(scope.Split(',')), "test", Stop));
            host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", await host.Get<ApiKeys>().CreateAsync(StaffRole.Manager, StaffScope.Of(scope.Split(',')), "test", Stop));
        }
    }

    /// <summary>Presses a button that may never have been shown; the card is the same in both worlds.</summary>
    public Task<string> PressAsync(string data) => SameAsync(async world => Written((await world.Talk.PressAsync(data, world.Talk.CardRef)).Reply));

    public Task<string> TypeAsync(string text) => SameAsync(async world => Written((await world.Talk.TypeAsync(text)).Reply));

    /// <summary>Asks the API; the answer is the same in both worlds.</summary>
    public Task<string> GetAsync(string path) => SameAsync(async world =>
    {
        using var response = await world.Host.Client.GetAsync(path, Stop);
        return response.Content.Headers.ContentType?.MediaType == ScoreWorkbook.MediaType
            ? $"{(int)response.StatusCode} {Written(ScoreWorkbook.MediaType, await response.Content.ReadAsByteArrayAsync(Stop))}"
            : $"{(int)response.StatusCode} {TraceId().Replace(await response.Content.ReadAsStringAsync(Stop), "")}";
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, _) in _worlds)
            await host.DisposeAsync();
    }

    private async Task<string> SameAsync(Func<(BotHost Host, Talk Talk), Task<string>> ask)
    {
        var (poor, rich) = (await ask(_worlds[0]), await ask(_worlds[1]));
        Assert.Equal(poor, rich);
        return poor;
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    // The buttons of a survey begin with its id, which is another one each time.
    [GeneratedRegex(@"^a\.[0-9a-z]+\.")]
    private static partial Regex SurveyId();

    private static string Written(TurnReply reply)
    {
        var rows = reply.Card?.Rows.Select(row => string.Join(' ', row.Select(b => $"[{b.Text}|{SurveyId().Replace(b.Data, "a.")}]"))) ?? [];
        string[] file = reply.Attachment is { } sent ? [sent.FileName, sent.Caption, Written(sent.ContentType, sent.Content)] : [];
        return string.Join('\n', [reply.Card?.Text, .. rows, .. file]);
    }

    /// <summary>A picture to the byte; of a workbook all that stands in it.</summary>
    private static string Written(string type, byte[] content) =>
        type == ScoreWorkbook.MediaType && new ReadWorkbook(content) is var book ? string.Join('|', book.Names) + '\n' + book.All : Convert.ToHexString(SHA256.HashData(content));

    /// <summary>Alike responses.</summary>
    internal sealed record Alike(string Service, string Form, string Region, int Count, int Rating)
    {
        public async Task SubmitAsync(BotHost host, ScoreDesk desk)
        {
            var items = host.Get<ScoringForms>().Find(Form)!.Layout.Items;
            for (var i = 0; i < Count; i++)
                await desk.SubmitAsync(Service, Form, Region, items.ToDictionary(item => item, _ => Rating), new DateTimeOffset(2026, 11, 20 + (i % 5), 12, 0, 0, TimeSpan.FromHours(5)));
        }
    }
}
