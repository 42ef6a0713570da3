using Bot.Campaigns;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Invitations.Sending;

public sealed class CampaignSendingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CampaignState.Draft, MessageState.Due)]
    [InlineData(CampaignState.Running, MessageState.Delivered)]
    [InlineData(CampaignState.Paused, MessageState.Due)]
    [InlineData(CampaignState.Stopped, MessageState.Cancelled)]
    public async Task Only_a_running_campaign_is_sent(object state, object expected)
    {
        await using var desk = await SendingDesk.OpenAsync();
        var campaign = await desk.AddCampaignAsync((CampaignState)state);
        var invitation = await desk.InviteAsync(campaign: campaign.Id);
        await desk.SendAsync();
        Assert.Equal([(MessageState)expected], await desk.StatesAsync(invitation));
    }

    [Fact]
    public async Task It_begins_exactly_at_its_time_and_is_done_when_nothing_is_left()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var campaign = await desk.AddCampaignAsync(startAt: desk.Now.AddHours(1));
        await desk.InviteAsync(campaign: campaign.Id);
        desk.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Empty(await desk.SendAsync());
        Assert.Equal(CampaignState.Running, await desk.StateAsync(campaign));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
        Assert.Equal(CampaignState.Done, await desk.StateAsync(campaign));
    }

    [Fact]
    public async Task Its_own_number_of_reminders_follows_and_only_then_it_is_done()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var campaign = await desk.AddCampaignAsync(reminders: 1);
        var invitation = await desk.InviteAsync(campaign: campaign.Id);
        await desk.SendAsync();
        Assert.Equal(CampaignState.Running, await desk.StateAsync(campaign));
        await using (var db = desk.Host.Open())
            Assert.Equal(0, (await CampaignCounts.FindAsync(db, campaign.Id, Stop)).Due);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.SendAsync();
        Assert.Equal([MessageState.Delivered, MessageState.Delivered], await desk.StatesAsync(invitation));
        Assert.Equal(CampaignState.Done, await desk.StateAsync(campaign));
    }

    [Fact]
    public async Task A_paused_campaign_stands_in_nobodys_way_and_goes_on_later()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var paused = await desk.AddCampaignAsync(CampaignState.Paused);
        var running = await desk.AddCampaignAsync();
        await desk.InviteAsync("1", campaign: paused.Id);
        await desk.InviteAsync("2", campaign: running.Id);
        await desk.InviteAsync("3");
        desk.Channel.Free = 1;
        Assert.Equal(["3", "2"], await desk.SendAsync());
        await desk.ChangeAsync(db => db.Campaigns.Where(c => c.Id == paused.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CampaignState.Running), Stop));
        Assert.Equal(["1"], await desk.SendAsync());
    }

    [Fact]
    public async Task Running_campaigns_are_sent_by_turns()
    {
        await using var desk = await SendingDesk.OpenAsync();
        var (one, two) = (await desk.AddCampaignAsync(), await desk.AddCampaignAsync());
        foreach (var chat in new[] { "11", "12" })
            await desk.InviteAsync(chat, campaign: one.Id);
        foreach (var chat in new[] { "21", "22" })
            await desk.InviteAsync(chat, campaign: two.Id);
        desk.Channel.Free = 1;
        Assert.Equal(["11", "21", "12", "22"], await desk.SendAsync());
    }
}
