using System.Globalization;
using Bot.Conversations;
using Bot.Jobs;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Bot.Tests.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Alerts;

/// <summary>A program without background work, its staff in chats, and what it wrote to them unasked.</summary>
internal sealed class AlertDesk : IAsyncDisposable
{
    public const string Apostille = "3102008";
    public const string Refused = "У Вас нет доступа к этому разделу.";

    private int _chats;

    private AlertDesk(BotHost host, FakeTimeProvider clock, FakeChannel channel) => (Host, Clock, Channel) = (host, clock, channel);

    public BotHost Host { get; }

    /// <summary>Wednesday, 25 November 2026, 14:00 in Almaty, until it is moved.</summary>
    public FakeTimeProvider Clock { get; }

    public FakeChannel Channel { get; }

    public DateOnly Today => AlmatyTime.Day(Clock.GetUtcNow());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<AlertDesk> OpenAsync()
    {
        var (clock, channel) = (QuietHost.NewClock(), new FakeChannel());
        return new AlertDesk(await QuietHost.StartAsync(clock, channel: channel), clock, channel);
    }

    /// <summary>Another program over the same data.</summary>
    public Task<BotHost> StartAnotherAsync() => QuietHost.StartAsync(Clock, Host.Folder, Channel);

    /// <summary>A staff member in a chat of their own, signed in by a code.</summary>
    public async Task<Talk> SignInAsync(string scope = "", StaffRole role = StaffRole.Manager, string language = "ru")
    {
        var talk = new Talk(Host, string.Create(CultureInfo.InvariantCulture, $"{9000 + ++_chats}"));
        await talk.TypeAsync("/language " + language);
        await talk.TypeAsync(await Host.Get<StaffCodes>().IssueAsync(role, StaffScope.Of(scope.Split(',')), "test", Stop));
        return talk;
    }

    /// <summary>People who submit on a day: the named items rated so, all others 5.</summary>
    public async Task RateAsync(int people, DateOnly day, int rating = 5, string region = "astana", params string[] items)
    {
        var desk = new ScoreDesk(Host);
        var all = Host.Get<ScoringForms>().Find("electronic")!.Layout.Items;
        for (var i = 0; i < people; i++)
        {
            var ratings = all.ToDictionary(item => item, item => items.Length == 0 || items.Contains(item) ? rating : 5);
            await desk.SubmitAsync(Apostille, "electronic", region, ratings, AlmatyTime.At(day, new TimeOnly(12, 0)));
        }

        await desk.FoldAsync();
    }

    /// <summary>Moves the clock to a time of a day in Almaty, the job running at none of the minutes between.</summary>
    public void GoTo(DateOnly day, int hour, int minute = 0) => Clock.SetUtcNow(AlmatyTime.At(day, new TimeOnly(hour, minute)));

    /// <summary>What one run of the job writes.</summary>
    public async Task<IReadOnlyList<Card>> AnnounceAsync(BotHost? host = null)
    {
        var before = Channel.Shown.Count;
        await (host ?? Host).Get<AnnounceJob>().ExecuteAsync(Stop);
        return [.. Channel.Shown.Skip(before).Select(shown => shown.Card)];
    }

    public async Task<IReadOnlyList<SubscriptionRow>> SubscriptionsAsync()
    {
        await using var db = Host.Open();
        return await db.Subscriptions.AsNoTracking().OrderBy(s => s.Id).ToListAsync(Stop);
    }

    public async Task<IReadOnlyList<string>> AuditAsync(string action)
    {
        await using var db = Host.Open();
        return await db.AuditEntries.Where(a => a.Action.StartsWith(action)).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop);
    }

    /// <summary>What is read, with the blanks of dates that do not break made into others, and the buttons.</summary>
    public static string Text(Card card) =>
        string.Join('\n', [card.Text.Replace('\u00A0', ' '), .. card.Rows.Select(row => string.Join(' ', row.Select(button => $"[{button.Text}]")))]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
