using Bot.Conversations;
using Bot.Invitations.Places;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Tests.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Quarantine;

/// <summary>A program that judges responses, and people who answer it as fast as the test says.</summary>
internal sealed class WatchedHost : IAsyncDisposable
{
    private WatchedHost(BotHost host, FakeTimeProvider clock) => (Host, Clock) = (host, clock);

    public BotHost Host { get; }

    public FakeTimeProvider Clock { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WatchedHost> StartAsync(bool enabled = true, int submitsPerLink = 30, int placeSubmitsPerHour = 30)
    {
        var clock = QuietHost.NewClock();
        return new WatchedHost(await QuietHost.StartAsync(clock, configure: builder => Configure(builder, enabled, submitsPerLink, placeSubmitsPerHour)), clock);
    }

    /// <summary>A person answers the whole survey.</summary>
    /// <param name="chat">Who.</param>
    /// <param name="seconds">Between two taps.</param>
    /// <param name="rating">The rating of every item but the last.</param>
    /// <param name="last">The rating of the last.</param>
    /// <param name="start">How they came.</param>
    public async Task<Talk> AnswerAsync(string chat, double seconds, string rating = "5", string? last = null, string start = "/start svc_2602001_e_astana")
    {
        var talk = await new Talk(Host, chat).BeginAsync(start);
        return await RateAsync(talk, seconds, rating, last);
    }

    /// <summary>From the first rating to the submit.</summary>
    public async Task<Talk> RateAsync(Talk talk, double seconds, string rating = "5", string? last = null)
    {
        while (!talk.Card.Text.StartsWith("Проверьте", StringComparison.Ordinal))
        {
            Clock.Advance(TimeSpan.FromSeconds(seconds));
            var isLast = talk.Card.Text.Contains("результат", StringComparison.OrdinalIgnoreCase);
            await talk.RateAsync(isLast ? last ?? rating : rating, only: 1);
        }

        return await talk.TapAsync("Отправить");
    }

    /// <summary>A person signed in, with the card of a command.</summary>
    public async Task<Talk> StaffAsync(StaffRole role = StaffRole.Administrator, string words = "/quarantine", string language = "Русский")
    {
        var talk = new Talk(Host, "900" + (int)role);
        await talk.TypeAsync("/start");
        await talk.TapAsync(language);
        await talk.TypeAsync(await Host.Get<StaffCodes>().IssueAsync(role, StaffScope.Everything, "test", Stop));
        return await talk.TypeAsync(words);
    }

    public async Task<IReadOnlyList<ResponseRow>> ResponsesAsync()
    {
        await using var db = Host.Open();
        return await db.Responses.AsNoTracking().Where(r => r.SubmittedAt != null).OrderBy(r => r.Id).ToListAsync(Stop);
    }

    /// <summary>What the rules and staff did, as the audit log has it.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var db = Host.Open();
        var entries = await db.AuditEntries.Where(a => a.Action.StartsWith("quarantine.")).OrderBy(a => a.Id).ToListAsync(Stop);
        return [.. entries.Select(a => $"{a.Actor.Split(':')[0]}: {a.Action} {a.Subject}")];
    }

    /// <summary>How many responses the scores count; a rebuild finds the same.</summary>
    public async Task<long> CountedAsync()
    {
        await Host.Get<ScoreFold>().RunAsync(Stop);
        var report = await Host.Get<ScoreRebuild>().RunAsync(Stop);
        Assert.Equal((0L, 0L), (report.Drift, report.Recounted));
        var scores = await Host.Get<ScoreReader>().ServiceAsync("2602001", ScoreFilter.None, everything: true, Stop);
        Assert.Equal(report.Responses, scores.Respondents);
        return report.Responses;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static void Configure(WebApplicationBuilder builder, bool enabled, int submitsPerLink, int placeSubmitsPerHour)
    {
        builder.Services.Configure<Bot.Quarantine.QuarantineOptions>(options => (options.Enabled, options.SubmitsPerLink) = (enabled, submitsPerLink));
        builder.Services.Configure<PlaceOptions>(options => options.PlaceSubmitsPerHour = placeSubmitsPerHour);
    }
}
