using Bot.Campaigns;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class CampaignImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_thousand_lines_become_a_draft_with_progress_and_come_back_as_links()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var import = office.Host.Get<CampaignImport>();
        var began = TimeProvider.System.GetTimestamp();
        var draft = await import.BeginAsync(new CampaignUpload(office.Access(), "t-office", "Large", CampaignOffice.Good(100_000, recipients: true)), Stop);
        var read = TimeProvider.System.GetElapsedTime(began);
        var run = new CampaignRun(office.Access(), new ConversationKey(ChannelNames.Telegram, "1"), "t-office", "ru", null, draft);
        var notes = new CampaignNotes(office.Channel, run, 100_000, office.Host.Get<Bot.Survey.Localization.TextCatalogue>(), office.Clock);
        Assert.True(await import.FillAsync(draft!, done =>
        {
            office.Clock.Advance(TimeSpan.FromSeconds(1));
            return notes.WrittenAsync(done, Stop);
        }, Stop));
        var filled = TimeProvider.System.GetElapsedTime(began);
        Assert.Equal(18, office.Channel.Notes.Count);
        Assert.Equal("Прочитано: 100 000 из 100 000", office.Channel.Notes[^1].Text.Replace('\u00a0', ' '));
        Assert.All(office.Channel.Notes.Skip(1), note => Assert.Equal("note", note.NoteRef));
        await using var db = office.Host.Open();
        Assert.Equal(100_000, await db.Invitations.CountAsync(i => i.CampaignId == draft!.Id && i.InvitedAt == null, Stop));
        Assert.True(await office.ConfirmAsync(draft!.Id));
        var confirmed = TimeProvider.System.GetElapsedTime(began);
        using var file = new MemoryStream();
        await office.Host.Get<CampaignLists>().WriteLinksAsync(file, office.Access(), draft.Id, token => "https://bagala.gov.kz/s/" + token, Stop);
        TestContext.Current.TestOutputHelper?.WriteLine($"read {read}, stored {filled}, confirmed {confirmed}, listed {TimeProvider.System.GetElapsedTime(began)}");
        Assert.Equal(100_001, file.ToArray().Count(b => b == '\n'));
    }

    [Fact]
    public async Task A_draft_deleted_while_it_is_read_is_not_filled_any_further()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var import = office.Host.Get<CampaignImport>();
        var draft = await import.BeginAsync(new CampaignUpload(office.Access(), "t-office", "Gone", CampaignOffice.Good(5000)), Stop);
        Assert.False(await import.FillAsync(draft!, _ => office.Desk.DeleteAsync(office.Access(), draft!.Id, Stop), Stop));
        Assert.Empty(await office.InvitationsAsync());
    }

    [Fact]
    public async Task An_interrupted_reading_can_be_deleted_and_not_be_sent()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var import = office.Host.Get<CampaignImport>();
        var draft = await import.BeginAsync(new CampaignUpload(office.Access(), "t-office", "Half", CampaignOffice.Good(5000)), Stop);
        await Assert.ThrowsAsync<OperationCanceledException>(() => import.FillAsync(draft!, _ => throw new OperationCanceledException(), Stop));
        Assert.Equal((CampaignState.Reading, 2000), ((await office.ViewAsync(draft!.Id)).Row.State, (await office.ViewAsync(draft.Id)).Counts.People));
        Assert.False(await office.ConfirmAsync(draft.Id));
        Assert.False(await office.Desk.AcceptAsync(office.Access(), draft.Id, Stop));
        Assert.True(await office.Desk.DeleteAsync(office.Access(), draft.Id, Stop));
        Assert.Empty(await office.InvitationsAsync());
    }
}
