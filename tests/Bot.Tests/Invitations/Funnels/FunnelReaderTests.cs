using System.Globalization;
using Bot.Invitations.Funnels;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Invitations.Funnels;

public sealed class FunnelReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happened_each_invitation_is_counted_once_and_the_parts_add_up()
    {
        await using var host = await QuietHost.StartAsync();
        var reader = host.Get<FunnelReader>();
        for (var seed = 0; seed < 6; seed++)
        {
            var maker = new InvitationMaker(new Random(seed));
            for (var i = 0; i < 400; i++)
                maker.Make();
            await StoreAsync(host, maker.Rows);
            var total = await reader.TotalAsync(new FunnelFilter(), Stop);
            AssertSame(maker.Invited.Select(i => (i.Step, i.End)), total);
            foreach (var split in Enum.GetValues<FunnelSplit>())
            {
                var parts = await reader.SplitAsync(new FunnelFilter(), split, Stop);
                var expected = maker.Invited.GroupBy(i => Key(split, i.Invitation, i.ByMessage)).ToDictionary(part => part.Key, part => part.Select(i => (i.Step, i.End)));
                Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), parts.Keys);
                Assert.All(parts, part => AssertSame(expected[part.Key], part.Value));
                Assert.Equal(View(total), View(FunnelCounts.Sum(parts.Values)));
            }
        }
    }

    [Fact]
    public async Task Days_campaigns_and_services_are_counted_apart()
    {
        await using var host = await QuietHost.StartAsync();
        var reader = host.Get<FunnelReader>();
        var maker = new InvitationMaker(new Random(11));
        for (var i = 0; i < 400; i++)
            maker.Make();
        await StoreAsync(host, maker.Rows);
        var day = AlmatyTime.Day(QuietHost.NewClock().GetUtcNow());
        foreach (var filter in new FunnelFilter[] { new(CampaignId: 0), new(CampaignId: 2, ServiceId: "601001"), new(From: day.AddDays(-9), To: day.AddDays(-3)), new(To: day.AddDays(-20)), new(From: day) })
        {
            var expected = maker.Invited.Where(i => (filter.CampaignId ?? i.Invitation.CampaignId) == i.Invitation.CampaignId && (filter.ServiceId ?? i.Invitation.ServiceId) == i.Invitation.ServiceId
                && AlmatyTime.Day(i.Invitation.InvitedAt!.Value) is var at && (filter.From ?? at) <= at && (filter.To ?? at) >= at).Select(i => (i.Step, i.End)).ToList();
            Assert.NotEmpty(expected);
            AssertSame(expected, await reader.TotalAsync(filter, Stop));
        }
    }

    [Fact]
    public async Task The_day_of_an_invitation_begins_at_midnight_in_Kazakhstan()
    {
        await using var host = await QuietHost.StartAsync();
        var day = new DateOnly(2026, 11, 20);
        var midnight = AlmatyTime.At(day, TimeOnly.MinValue);
        await StoreAsync(host, [Invitation(1, midnight.AddMicroseconds(-1)), Invitation(2, midnight), Invitation(3, midnight.AddDays(1).AddMicroseconds(-1)), Invitation(4, midnight.AddDays(1))]);
        Assert.Equal(2, (await host.Get<FunnelReader>().TotalAsync(new FunnelFilter(From: day, To: day), Stop)).Invited);
    }

    private static InvitationRow Invitation(long id, DateTimeOffset at) => new()
    {
        Id = id,
        Token = $"token-{id}",
        ReceiptRef = $"ref-{id}",
        ServiceId = "601001",
        CreatedAt = at,
        InvitedAt = at,
        ExpiresAt = at.AddDays(30),
    };

    private static async Task StoreAsync(BotHost host, IEnumerable<object> rows)
    {
        await using var db = host.Open();
        await db.Invitations.ExecuteDeleteAsync(Stop);
        await db.InvitationMessages.ExecuteDeleteAsync(Stop);
        await db.Responses.ExecuteDeleteAsync(Stop);
        db.AddRange(rows);
        await db.SaveChangesAsync(Stop);
    }

    private static string Key(FunnelSplit split, InvitationRow row, bool byMessage) => split switch
    {
        FunnelSplit.Service => row.ServiceId,
        FunnelSplit.Region => row.RegionId ?? "unknown",
        FunnelSplit.Channel => byMessage ? "message" : "link",
        FunnelSplit.Opened => row.OpenedOn ?? "",
        FunnelSplit.Language => row.Language ?? "",
        _ => row.CampaignId.ToString(CultureInfo.InvariantCulture),
    };

    private static void AssertSame(IEnumerable<(FunnelStep Step, FunnelEnd End)> expected, FunnelCounts counts)
    {
        var all = expected.ToList();
        Assert.Equal(View(new FunnelCounts(all.Select(cell => KeyValuePair.Create(cell, 1L)))), View(counts));
        Assert.Equal(all.Count, Enum.GetValues<FunnelEnd>().Sum(counts.Of));
        Assert.Equal(all.Count, counts.Codes().Values.Sum());
        var steps = Enum.GetValues<FunnelStep>().Select(counts.Reached).ToList();
        Assert.Equal(all.Count, steps[0]);
        Assert.Equal(steps.OrderDescending(), steps);
    }

    private static string View(FunnelCounts counts)
    {
        var view = FunnelView.Of(counts);
        return $"{view.Invited} {view.Delivered} {view.Opened} {view.Started} {view.Completed} {string.Join(' ', view.Ends)} {string.Join(' ', view.Aapor)} {view.Rates}";
    }
}
