using System.Text;
using Bot.Campaigns;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class CampaignListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://bagala.gov.kz/s/aBcDeFgHiJkLmNoP", true)]
    [InlineData("https://survey.digital-services.gov.kz/s/aBcDeFgHiJkLmNoP", false)]
    public async Task Each_text_of_each_service_fits_two_parts_in_both_languages(string link, bool whole)
    {
        await using var office = await CampaignOffice.OpenAsync();
        var sms = office.Host.Get<SmsTexts>();
        var count = 0;
        foreach (var service in office.Host.Get<ServiceCatalogue>().Services)
        {
            foreach (var language in office.Host.Get<TextCatalogue>().Languages)
            {
                var invitation = Invitation(service.Id, language.Code);
                var begun = Invitation(service.Id, language.Code);
                begun.StartedAt = office.Clock.GetUtcNow();
                string[] texts = [sms.Invite(invitation, link), sms.Remind(invitation, link), sms.Remind(begun, link)];
                Assert.Equal(3, texts.Distinct().Count());
                Assert.All(texts, text => Assert.True(text.Length <= SmsTexts.Longest, text));
                Assert.All(texts, text => Assert.EndsWith(link, text, StringComparison.Ordinal));
                Assert.All(texts, text => Assert.True(!whole || text.Contains($"«{service.ShortName[language.Code]}»", StringComparison.Ordinal), text));
                count++;
            }
        }

        Assert.Equal(39 * 2, count);
    }

    [Fact]
    public async Task The_list_has_each_persons_link_and_text_in_their_language_and_nobody_whom_the_bot_writes_to()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.KnowAsync("one");
        await office.KnowAsync("two");
        var id = await office.ImportAsync(CampaignOffice.File(
            CampaignOffice.Head + ",recipient", "A-1,2602001,electronic,astana,kk,one", "=1+2,2602001,electronic,astana,ru,three", "A-3,2602001,electronic,astana,kk,two"));
        await office.ConfirmAsync(id);
        var rows = await office.InvitationsAsync();
        await using (var db = office.Host.Open())
            await db.InvitationMessages.Where(m => m.InvitationId == rows[2].Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Blocked), Stop);
        Assert.Equal(
            [
                "ref,link,text",
                $"'=1+2,https://b.kz/s/{rows[1].Token},Оцените услугу «Адрес недвижимости: присвоение, отмена» за 2 мин. ИИН и коды не спрашиваем. https://b.kz/s/{rows[1].Token}",
                $"A-3,https://b.kz/s/{rows[2].Token},«Мекенжай беру немесе жою» қызметін бағалаңыз: 2 мин. ЖСН мен код сұралмайды. https://b.kz/s/{rows[2].Token}",
            ],
            (await ReadAsync((lists, stream) => lists.WriteLinksAsync(stream, office.Access(), id, Link, Stop), office)).Select(line => line.Replace("\"", "", StringComparison.Ordinal)));
        Assert.Equal("campaign.list", (await office.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Reminders_are_listed_twice_at_most_days_apart_for_those_alone_who_have_not_answered()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(CampaignOffice.Good(6, recipients: true));
        await office.ConfirmAsync(id);
        var (rows, lists, access) = (await office.InvitationsAsync(), office.Host.Get<CampaignLists>(), office.Access());
        Assert.False(await lists.NextRemindersAsync(access, id, Stop));
        office.Clock.Advance(TimeSpan.FromDays(3));
        var now = office.Clock.GetUtcNow();
        await using (var db = office.Host.Open())
        {
            await db.Invitations.Where(i => i.Id == rows[0].Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.CompletedAt, now), Stop);
            await db.Invitations.Where(i => i.Id == rows[1].Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.StartedAt, now), Stop);
            await db.Invitations.Where(i => i.Id == rows[2].Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.RefusedAt, now), Stop);
            await db.Recipients.Where(r => r.Id == rows[3].Recipient).ExecuteUpdateAsync(set => set.SetProperty(r => r.OptedOutAt, now), Stop);
            db.Responses.Add(new ResponseRow { Id = 1, Status = ResponseStatus.Waiting, SurveyChannel = "web", Source = "invitation", InvitationId = rows[5].Id, StartedAt = now, UpdatedAt = now });
            await db.SaveChangesAsync(Stop);
            await db.Invitations.Where(i => i.Id == rows[5].Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.StartedAt, now).SetProperty(i => i.ResponseId, 1), Stop);
        }

        Assert.True(await lists.NextRemindersAsync(access, id, Stop));
        Assert.False(await lists.NextRemindersAsync(access, id, Stop));
        var lines = await ReadAsync((lists, stream) => lists.WriteRemindersAsync(stream, access, id, Link, Stop), office);
        Assert.Equal(3, lines.Count);
        Assert.StartsWith("A-2,", lines[1], StringComparison.Ordinal);
        Assert.Contains("Завершите опрос", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("A-5,", lines[2], StringComparison.Ordinal);
        Assert.Contains("Еске саламыз", lines[2], StringComparison.Ordinal);
        var links = await ReadAsync((lists, stream) => lists.WriteLinksAsync(stream, access, id, Link, Stop), office);
        Assert.Equal(["ref", "A-2", "A-5"], links.Select(line => line.Split(',')[0]));
        office.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True(await lists.NextRemindersAsync(access, id, Stop));
        office.Clock.Advance(TimeSpan.FromDays(10));
        Assert.False(await lists.NextRemindersAsync(access, id, Stop));
    }

    private static string Link(string token) => "https://b.kz/s/" + token;

    private static async Task<List<string>> ReadAsync(Func<CampaignLists, Stream, Task> write, CampaignOffice office)
    {
        using var stream = new MemoryStream();
        await write(office.Host.Get<CampaignLists>(), stream);
        var bytes = stream.ToArray();
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        return [.. Encoding.UTF8.GetString(bytes.AsSpan(3)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))];
    }

    private static InvitationRow Invitation(string service, string language) => new() { Token = "aBcDeFgHiJkLmNoP", ReceiptRef = "A-1", ServiceId = service, Language = language };
}
