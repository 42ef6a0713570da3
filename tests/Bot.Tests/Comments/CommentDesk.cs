using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Responses;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Bot.Tests.Responses;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Comments;

/// <summary>A program with comments from an import, and the staff who read them in a chat.</summary>
internal sealed class CommentDesk : IAsyncDisposable
{
    /// <summary>Both forms; the electronic one has a portal and an authority.</summary>
    public const string Apostille = "3102008";

    public const string Refused = "У Вас нет доступа к этому разделу.";

    private static readonly string[] Items =
        ["info_clear", "bilingual", "registration", "navigation", "speed", "no_running", "upload", "period_ok", "result_ok", "building", "docs_easy"];

    private int _ids;
    private int _chats;

    private CommentDesk(BotHost host) => Host = host;

    public BotHost Host { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CommentDesk> OpenAsync(string? folder = null) => new(await QuietHost.StartAsync(folder: folder));

    /// <summary>Takes responses in as a file does: with these comments, and without one up to the count.</summary>
    public async Task ImportAsync(string region, int count, string[] comments, string form = "electronic", string language = "ru", string service = Apostille)
    {
        var file = new ResponseCsv(Items);
        for (var i = 0; i < Math.Max(count, comments.Length); i++)
        {
            var comment = i < comments.Length ? $"\"{comments[i]}\"" : "";
            var ratings = Items.Where(item => Host.Get<ScoringForms>().Find(form)!.Layout.ZoneByItem.ContainsKey(item)).ToDictionary(item => item, _ => 4);
            file.Line(
                string.Create(CultureInfo.InvariantCulture, $"r{++_ids}"), service, form, region, language: language, ratings: ratings, comment: comment,
                submittedAt: string.Create(CultureInfo.InvariantCulture, $"2026-03-{1 + (_ids % 28):00}T10:15:00+05:00"));
        }

        await using var stream = file.Stream();
        var result = await Host.Get<ResponseImport>().RunAsync(stream, "test", Stop);
        Assert.Empty(result.Faults);
        await FoldAsync();
    }

    public Task FoldAsync() => Host.Get<ScoreFold>().RunAsync(Stop);

    /// <summary>A staff member in a chat of their own, signed in by a code.</summary>
    public async Task<Talk> SignInAsync(string scope = "", StaffRole role = StaffRole.Manager, string language = "ru")
    {
        var talk = new Talk(Host, string.Create(CultureInfo.InvariantCulture, $"{9000 + ++_chats}"));
        if (language == "kk")
        {
            await talk.TypeAsync("/language");
            await talk.TapAsync("Қазақша");
        }

        return await talk.TypeAsync(await Host.Get<StaffCodes>().IssueAsync(role, StaffScope.Of(scope.Split(',')), "test", Stop));
    }

    /// <summary>What the person sees on all cards to which the buttons of /comments lead, the queue left out.</summary>
    public static async Task<IReadOnlyList<string>> EverythingAsync(Talk talk)
    {
        await talk.TypeAsync("/comments");
        var seen = new List<string> { talk.Card.Text };
        var known = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Buttons(talk.Card));
        while (open.TryDequeue(out var data))
        {
            if (!data.StartsWith("c.comments.", StringComparison.Ordinal) || !known.Add(data))
                continue;
            await talk.PressAsync(data, talk.CardRef);
            seen.Add(talk.Card.Text);
            foreach (var next in Buttons(talk.Card))
                open.Enqueue(next);
        }

        return seen;
    }

    /// <summary>What the person reads, with the blanks of dates that do not break made into others.</summary>
    public static string Text(Talk talk) => talk.Card.Text.Replace('\u00A0', ' ');

    public async Task<IReadOnlyList<string>> AuditAsync(string action)
    {
        await using var db = Host.Open();
        return await db.AuditEntries.Where(a => a.Action.StartsWith(action)).OrderBy(a => a.Id).Select(a => a.Action + " " + a.Subject).ToListAsync(Stop);
    }

    public static IReadOnlyList<string> Buttons(Card card) => [.. card.Rows.SelectMany(row => row).Select(button => button.Data)];

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
