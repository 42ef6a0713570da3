using System.Net;
using Bot.Campaigns;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class CampaignDeskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_says_whom_it_reaches_how_and_changes_nothing()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var now = office.Clock.GetUtcNow();
        await office.KnowAsync("person-1");
        await office.KnowAsync("person-2", invited: now.AddDays(-14).AddSeconds(1));
        await office.KnowAsync("person-3", invited: now.AddDays(-14).AddSeconds(-1));
        await office.KnowAsync("person-4", optedOut: now.AddDays(-200));
        await office.KnowAsync("person-5", blocked: now);
        await office.KnowAsync("person-6", contact: false);
        var id = await office.ImportAsync(CampaignOffice.Good(8, recipients: true));
        Assert.Equal(new CampaignReach(Direct: 2, Listed: 4, Recent: 1, OptedOut: 1), await office.ReachAsync(id));
        Assert.All(await office.InvitationsAsync(), invitation => Assert.Null(invitation.InvitedAt));
        Assert.Empty(await office.MessagesAsync());
    }

    [Fact]
    public async Task A_file_that_was_sent_before_is_warned_of_for_as_long_as_people_rest()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var first = await office.ImportAsync(CampaignOffice.Good(3));
        var again = await office.ImportAsync(CampaignOffice.File(CampaignOffice.Head, "A-1,2602001,electronic,astana,ru", "A-2,1403024,electronic,abai,kk", "A-3,2602001,electronic,abai,kk", "A-4,2602001,electronic,abai,kk"));
        Assert.Equal((0, false, false), await WarningAsync());
        Assert.True(await office.ConfirmAsync(first));
        Assert.Equal((2, true, true), await WarningAsync());
        office.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.Equal((2, true, true), await WarningAsync());
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, false, false), await WarningAsync());

        async Task<(int Repeated, bool InChat, bool OnPage)> WarningAsync()
        {
            var view = await office.ViewAsync(again);
            var forecast = await office.Host.Get<CampaignForecast>().FindAsync(view.Row, Stop);
            var card = await office.Host.Get<CampaignCards>().CampaignAsync(office.Access(), again, "ru", Stop);
            var page = office.Host.Get<CampaignHtml>().Draft(view, forecast, "", "kk", new WrongForm());
            return (forecast.Repeated, card.Text.Contains("недавно уже приглашали: 2.", StringComparison.Ordinal), page.Contains("жақында шақырылғандар бар: 2.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Confirmation_invites_the_reachable_once_however_often_it_is_pressed()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var now = office.Clock.GetUtcNow();
        await office.KnowAsync("person-1");
        await office.KnowAsync("person-2", optedOut: now);
        var id = await office.ImportAsync(CampaignOffice.Good(4, recipients: true));
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.ConfirmAsync(id)));
        Assert.Single(pressed, done => done);
        Assert.False(await office.ConfirmAsync(id));
        var invitations = await office.InvitationsAsync();
        Assert.Equal([now, null, now, now], invitations.Select(i => i.InvitedAt));
        var message = Assert.Single(await office.MessagesAsync());
        Assert.Equal((invitations[0].Id, 0, id, "t-person-1", MessageState.Due, now), (message.InvitationId, message.Number, message.CampaignId, message.ConversationId, message.State, message.DueAt));
        await using var db = office.Host.Open();
        Assert.Equal(2, await db.Recipients.CountAsync(r => r.LastInvitedAt == now, Stop));
        Assert.Equal(["campaign.import", "campaign.confirm"], await office.AuditAsync());

        var next = await office.ImportAsync(CampaignOffice.Good(4, recipients: true));
        Assert.Equal(new CampaignReach(Direct: 0, Listed: 0, Recent: 3, OptedOut: 1), await office.ReachAsync(next));
    }

    [Fact]
    public async Task A_chosen_time_is_when_messages_are_due_and_links_begin_to_run_out()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.KnowAsync("person-1");
        var id = await office.ImportAsync(CampaignOffice.Good(1, recipients: true));
        var start = office.Clock.GetUtcNow().AddDays(2);
        Assert.True(await office.ConfirmAsync(id, start));
        var invitation = Assert.Single(await office.InvitationsAsync());
        Assert.Equal((start, start.AddDays(30)), (invitation.InvitedAt, invitation.ExpiresAt));
        Assert.Equal(start, Assert.Single(await office.MessagesAsync()).DueAt);
    }

    [Fact]
    public async Task A_confirmation_that_is_killed_in_the_middle_has_not_happened()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.KnowAsync("person-1");
        var id = await office.ImportAsync(CampaignOffice.Good(2, recipients: true));
        await using (var db = office.Host.Open())
        {
            // The last thing that is written stands in the way.
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER stop BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'killed'); END", Stop);
            await Assert.ThrowsAsync<DbUpdateException>(() => office.ConfirmAsync(id));
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER stop", Stop);
        }

        Assert.Equal(CampaignState.Draft, (await office.ViewAsync(id)).Row.State);
        Assert.All(await office.InvitationsAsync(), invitation => Assert.Null(invitation.InvitedAt));
        Assert.Empty(await office.MessagesAsync());
        Assert.True(await office.ConfirmAsync(id));
        Assert.Single(await office.MessagesAsync());
    }

    [Fact]
    public async Task Pause_resume_and_stop_follow_each_other_and_a_stop_cancels_what_is_due()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.KnowAsync("person-1");
        var (id, access) = (await office.ImportAsync(CampaignOffice.Good(1, recipients: true)), office.Access());
        Assert.False(await office.Desk.PauseAsync(access, id, Stop));
        await office.ConfirmAsync(id);
        Assert.True(await office.Desk.PauseAsync(access, id, Stop));
        Assert.False(await office.Desk.PauseAsync(access, id, Stop));
        Assert.True(await office.Desk.ResumeAsync(access, id, Stop));
        Assert.True(await office.Desk.StopAsync(access, id, Stop));
        Assert.Equal(MessageState.Cancelled, Assert.Single(await office.MessagesAsync()).State);
        Assert.False(await office.Desk.DeleteAsync(access, id, Stop));
        Assert.Equal(["campaign.import", "campaign.confirm", "campaign.pause", "campaign.resume", "campaign.stop"], await office.AuditAsync());
    }

    [Fact]
    public async Task Deleting_a_draft_leaves_nothing_and_drafts_of_a_week_go_by_themselves()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var deleted = await office.ImportAsync(CampaignOffice.Good(3));
        var old = await office.ImportAsync(CampaignOffice.File("ref", "A-1"));
        Assert.True(await office.Desk.DeleteAsync(office.Access(), deleted, Stop));
        Assert.Empty(await office.InvitationsAsync());
        office.Clock.Advance(TimeSpan.FromDays(7));
        var job = ActivatorUtilities.CreateInstance<RetentionJob>(office.Host.Services);
        await job.ExecuteAsync(Stop);
        Assert.Equal(CampaignState.Faulty, (await office.ViewAsync(old)).Row.State);
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await job.ExecuteAsync(Stop);
        await using var db = office.Host.Open();
        Assert.Empty(db.Campaigns);
        Assert.Empty(db.CampaignFaults);
    }

    [Fact]
    public async Task A_full_cell_thanks_who_comes_later_lets_who_is_at_it_end_and_cancels_what_is_due()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.KnowAsync("person-4");
        var id = await office.ImportAsync(CampaignOffice.Good(5, recipients: true)); // 2 and 4 are of Astana.
        await office.Desk.SetTargetsAsync(office.Access(), id, [new QuotaLine("2602001", "electronic", "astana", 1)], all: null, Stop);
        await office.ConfirmAsync(id);
        var rows = await office.InvitationsAsync();
        var atIt = await OpenAsync(office, rows[1].Token, "1");
        await CompleteAsync(office, rows[3].Id);
        Assert.DoesNotContain("достаточно", (await atIt.TypeAsync("/start " + rows[1].Token)).Card.Text, StringComparison.Ordinal);
        var late = await OpenAsync(office, rows[3].Token, "2");
        Assert.Contains("достаточно", late.Card.Text, StringComparison.Ordinal);
        using (var page = await office.Host.Client.GetAsync("/s/" + rows[3].Token, Stop))
        {
            Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
            Assert.Contains("Рақмет", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        }

        var elsewhere = await OpenAsync(office, rows[0].Token, "3");
        Assert.DoesNotContain("достаточно", elsewhere.Card.Text, StringComparison.Ordinal);
        await ActivatorUtilities.CreateInstance<CampaignJob>(office.Host.Services).ExecuteAsync(Stop);
        Assert.Equal(MessageState.Cancelled, Assert.Single(await office.MessagesAsync()).State);
        Assert.Equal([1], (await office.ViewAsync(id)).Quotas.Select(q => q.Done));
    }

    [Fact]
    public async Task One_target_for_all_is_one_for_each_service_form_and_region_of_the_file()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(CampaignOffice.Good(3));
        var words = office.Host.Get<CampaignWords>();
        Assert.Empty(await words.TargetsAsync(office.Access(), id, "400", Stop));
        Assert.Empty(await words.TargetsAsync(office.Access(), id, "2602001 electronic abai 7\n2602001 * * 9", Stop));
        Assert.Equal([CampaignFault.Service, CampaignFault.Form, CampaignFault.Target, CampaignFault.Malformed],
            (await words.TargetsAsync(office.Access(), id, "x electronic abai 7\n2602001 paper abai 7\n2602001 electronic abai 0\nsome words", Stop)).Select(f => f.Code));
        Assert.Equal([("", "", 9), ("electronic", "abai", 7), ("electronic", "astana", 400)], (await office.ViewAsync(id)).Quotas.Select(q => (q.Quota.Form, q.Quota.Region, q.Quota.Target)));
    }

    private static Task<Talk> OpenAsync(CampaignOffice office, string token, string chat) => new Talk(office.Host, chat).TypeAsync("/start " + token);

    private static async Task CompleteAsync(CampaignOffice office, long invitation)
    {
        await using var db = office.Host.Open();
        var now = office.Clock.GetUtcNow();
        await db.Invitations.Where(i => i.Id == invitation).ExecuteUpdateAsync(set => set.SetProperty(i => i.CompletedAt, now), Stop);
    }
}
