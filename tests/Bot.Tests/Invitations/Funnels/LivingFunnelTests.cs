using System.Globalization;
using Bot.Invitations.Funnels;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Invitations.Funnels;

/// <summary>People come, refuse, come back, wait, stop, submit, erase themselves; the funnel reconciles after every step.</summary>
public sealed class LivingFunnelTests
{
    private const int People = 16;

    /// <summary>The others never open their link.</summary>
    private const int Active = 13;
    private const int LongestSurvey = 40;
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();
    private readonly Random _random = new(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_any_time_the_sums_are_the_invitations()
    {
        await using var host = await QuietHost.StartAsync(_clock, channel: new FakeChannel());
        var talks = Enumerable.Range(0, Active).Select(i => new Talk(host, string.Create(CultureInfo.InvariantCulture, $"{5000 + i}"), i % 3 == 0 ? "web" : "telegram")).ToList();
        await InviteAsync(host);
        var seen = new HashSet<FunnelEnd>();
        for (var step = 0; step < 110; step++)
        {
            var person = _random.Next(Active);
            for (var acts = _random.Next(1, 7); acts > 0; acts--)
                await ActAsync(talks[person], person);
            _clock.Advance(TimeSpan.FromHours(_random.Next(8)));
            if (step % 40 == 39)
                await host.Get<RetentionJob>().ExecuteAsync(Stop);
            if (step % 10 == 9)
                await host.Get<AskAgainJob>().ExecuteAsync(Stop);
            seen.UnionWith(await CheckAsync(host));
        }

        Assert.Superset(new HashSet<FunnelEnd> { FunnelEnd.Completed, FunnelEnd.Refused, FunnelEnd.Withdrawn, FunnelEnd.Waiting, FunnelEnd.Expired, FunnelEnd.Pending }, seen);
    }

    private static async Task<IEnumerable<FunnelEnd>> CheckAsync(BotHost host)
    {
        var reader = host.Get<FunnelReader>();
        var total = await reader.TotalAsync(new FunnelFilter(), Stop);
        var ends = Enum.GetValues<FunnelEnd>();
        Assert.Equal((People, People), (total.Invited, ends.Sum(total.Of)));
        Assert.Equal(total.Completed, total.Of(FunnelEnd.Completed));
        var parts = await reader.SplitAsync(new FunnelFilter(), FunnelSplit.Opened, Stop);
        Assert.Equal(People, parts.Values.Sum(part => part.Invited));
        return ends.Where(end => total.Of(end) > 0);
    }

    private async Task ActAsync(Talk talk, int person)
    {
        var offered = talk.Card.Rows.SelectMany(row => row).Select(b => b.Data).ToList();
        if (offered.Count == 0 || _random.Next(6) == 0)
            await talk.TypeAsync(string.Create(CultureInfo.InvariantCulture, $"/start token-{person:D10}"));
        else if (_random.Next(25) == 0)
            await talk.TypeAsync("/forget");
        else if (_random.Next(5) > 0 && Straight(talk) is not null)
            await FinishAsync(talk);
        else
            await talk.PressAsync(offered[_random.Next(offered.Count)], talk.CardRef);
    }

    // Whatever the outcome was: the best of all, no to all gates, and off with it.
    private static async Task FinishAsync(Talk talk)
    {
        for (var i = 0; i < LongestSurvey && Straight(talk) is { } button; i++)
            await talk.PressAsync(button, talk.CardRef);
    }

    private static string? Straight(Talk talk) => talk.Card.Rows.SelectMany(row => row).Select(b => b.Data)
        .FirstOrDefault(data => data.Split('.') is ["a", _, _, _, "5" or "no" or "no_claims" or "submit"]);

    private async Task InviteAsync(BotHost host)
    {
        var now = _clock.GetUtcNow();
        await using var db = host.Open();
        db.AddRange(Enumerable.Range(0, People).Select(i => new InvitationRow
        {
            Id = i + 1,
            Token = string.Create(CultureInfo.InvariantCulture, $"token-{i:D10}"),
            ReceiptRef = string.Create(CultureInfo.InvariantCulture, $"ref-{i}"),
            ServiceId = "2602001",
            Form = "electronic",
            RegionId = "astana",
            RenderedAt = now,
            CreatedAt = now,
            ExpiresAt = now.AddDays(10),
            InvitedAt = now,
        }));
        await db.SaveChangesAsync(Stop);
    }
}
