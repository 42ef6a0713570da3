using System.Text;
using Bot.Campaigns;
using Bot.Conversations;
using Bot.Persistence.Entities;
using MiniExcelLibs;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class CampaignFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_faulty_line_is_named_with_its_reason_and_the_good_ones_are_a_draft_only_on_the_coordinators_word()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(CampaignOffice.File(
            CampaignOffice.Head + ",recipient",
            "A-1,2602001,electronic,astana,kk,one",
            "A-1,2602001,electronic,astana,kk,two",
            "A-2,999,electronic,astana,kk,",
            "A-3,2602001,paper,astana,kk,",
            "A-4,2602001,electronic,moscow,kk,",
            "A-5,2602001,electronic,astana,en,",
            ",2602001,electronic,astana,kk,",
            "A-6,2602001,electronic,astana,kk,one",
            "A-7,2602001,electronic,astana,kk,three,more",
            "\"A-8\" x,2602001,electronic,astana,kk,",
            new string('a', 129) + ",2602001,electronic,astana,kk,",
            "A-9,2602001,electronic,unknown,ru,"));
        Assert.Equal(
            ["3 ref ref_twice 2", "4 service service", "5 form form", "6 region region", "7 language language", "8 ref missing", "9 recipient recipient_twice 2", "10  malformed", "11  malformed", "12 ref too_long"],
            await office.FaultsAsync(id));
        var view = await office.ViewAsync(id);
        Assert.Equal((CampaignState.Faulty, 2, 10), (view.Row.State, view.Counts.People, view.Faulty));

        Assert.False(await office.ConfirmAsync(id));
        Assert.All(await office.InvitationsAsync(), invitation => Assert.Null(invitation.InvitedAt));
        Assert.Empty(await office.MessagesAsync());
        Assert.True(await office.Desk.AcceptAsync(office.Access(), id, Stop));
        Assert.True(await office.ConfirmAsync(id));
        Assert.All(await office.InvitationsAsync(), invitation => Assert.NotNull(invitation.InvitedAt));
    }

    [Theory]
    [InlineData("ref;service;form;region;language", "1  ", "")]
    [InlineData("ref,service,form,region", "1 language column_missing", "")]
    [InlineData("ref,service,form,region,language,department", "1 department column_unknown", "")]
    [InlineData("ref,ref,service,form,region,language", "1 ref column_twice", "")]
    [InlineData("", "1  empty_file", "")]
    public async Task A_header_unlike_the_one_expected_is_named(string header, string expected, string nothing)
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(CampaignOffice.File(header, header.Length == 0 ? nothing : "A-1;2602001;electronic;astana;kk"));
        if (header.Contains(';', StringComparison.Ordinal))
            Assert.Equal(CampaignState.Draft, (await office.ViewAsync(id)).Row.State);
        else
            Assert.Equal([expected], await office.FaultsAsync(id));
    }

    [Fact]
    public async Task Byte_order_mark_semicolons_and_another_order_of_columns_are_fine_and_another_encoding_is_not()
    {
        await using var office = await CampaignOffice.OpenAsync();
        await office.ImportAsync([.. Encoding.UTF8.Preamble, .. CampaignOffice.File("Language;Region;ref;form;service\r", "ru;astana;Өтінім-1;electronic;2602001\r")]);
        var invitation = Assert.Single(await office.InvitationsAsync());
        Assert.Equal(("Өтінім-1", "2602001", "electronic", "astana", "ru", 16), (invitation.ReceiptRef, invitation.ServiceId, invitation.Form, invitation.RegionId, invitation.Language, invitation.Token.Length));
        var id = await office.ImportAsync(Encoding.Unicode.GetBytes(CampaignOffice.Head + "\nӨ-1,2602001,electronic,astana,kk"));
        Assert.Equal(CampaignState.Faulty, (await office.ViewAsync(id)).Row.State);
    }

    [Fact]
    public async Task A_line_far_too_long_and_a_quote_left_open_hide_no_line_behind_them()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(CampaignOffice.File(
            CampaignOffice.Head, "A-1,2602001,electronic,astana,kk", new string('a', 70_000) + ",2602001,electronic,astana,kk", "\"A-2,2602001,electronic,astana,kk", "", "A-3,77,electronic,astana,kk", "A-4,2602001,electronic,astana,kk"));
        Assert.Equal(["3  malformed", "4  malformed", "6 service service"], await office.FaultsAsync(id));
        Assert.Equal(["A-1", "A-4"], (await office.InvitationsAsync()).Select(i => i.ReceiptRef));
    }

    [Fact]
    public async Task A_workbook_brings_people_and_on_its_second_sheet_targets()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(Book(
            [new() { ["ref"] = "A-1", ["service"] = 2602001, ["form"] = "electronic", ["region"] = "astana", ["language"] = "kk" }, new() { ["ref"] = 17, ["service"] = "2602001", ["form"] = "electronic", ["region"] = "abai", ["language"] = "ru" }],
            [new() { ["service"] = 2602001, ["form"] = "*", ["region"] = "astana", ["target"] = 400 }]));
        Assert.Equal(["A-1", "17"], (await office.InvitationsAsync()).Select(i => i.ReceiptRef));
        Assert.Equal([new QuotaCount(new QuotaLine("2602001", "", "astana", 400), 0)], (await office.ViewAsync(id)).Quotas);
    }

    [Fact]
    public async Task A_reference_that_a_spreadsheet_has_made_a_date_of_is_not_given_back_to_a_gateway_that_knows_none_such()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(Book(
            [
                new() { ["ref"] = new DateTime(2026, 5, 12), ["service"] = 2602001, ["form"] = "electronic", ["region"] = "astana", ["language"] = "kk" },
                new() { ["ref"] = "13-5", ["service"] = 2602001, ["form"] = "electronic", ["region"] = "astana", ["language"] = "kk" },
            ],
            [new() { ["service"] = 2602001, ["form"] = "*", ["region"] = "astana", ["target"] = 400 }]));
        Assert.Equal(["2  date"], await office.FaultsAsync(id));
        Assert.Equal("13-5", Assert.Single(await office.InvitationsAsync()).ReceiptRef);
    }

    [Fact]
    public async Task Faults_of_the_sheet_of_targets_are_told_from_those_of_the_people()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(Book(
            [new() { ["ref"] = "A-1", ["service"] = 77, ["form"] = "electronic", ["region"] = "astana", ["language"] = "kk" }],
            [new() { ["service"] = 2602001, ["form"] = "*", ["region"] = "mars", ["target"] = 400 }]));
        Assert.Equal(["2 service service", "2 targets.region region"], await office.FaultsAsync(id));
        Assert.Equal(2, (await office.ViewAsync(id)).Faulty);
        var card = await office.Host.Get<CampaignCards>().CampaignAsync(office.Access(), id, "ru", Stop);
        Assert.Contains("Строка 2: такой услуги нет в каталоге\nЦели, строка 2: такого региона нет", card.Text, StringComparison.Ordinal);

        id = await office.ImportAsync(Book([new() { ["ref"] = "A-1" }], [new() { ["goal"] = 1 }]));
        card = await office.Host.Get<CampaignCards>().CampaignAsync(office.Access(), id, "ru", Stop);
        Assert.Contains("Цели, строка 1: лишний столбец «goal»; допустимы: service, form, region, target", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_with_personal_data_are_refused_and_nothing_of_them_is_stored()
    {
        await using var office = await CampaignOffice.OpenAsync();
        byte[][] files =
        [
            CampaignOffice.File(CampaignOffice.Head, "A-1,2602001,electronic,astana,kk", "900101300123,2602001,electronic,astana,kk"),
            CampaignOffice.File(CampaignOffice.Head + ",recipient", "A-1,2602001,electronic,astana,kk,+77011234567"),
            CampaignOffice.File(CampaignOffice.Head + ",телефон", "A-1,2602001,electronic,astana,kk,"),
            CampaignOffice.File(CampaignOffice.Head, "\"A-1\" broken 87011234567,2602001"),
            Encoding.Latin1.GetBytes("ref,x\nA-1,\u00e9 87011234567"),
            Book([new() { ["ref"] = "A-1" }], [new() { ["note"] = 77011234567L }]),
        ];
        foreach (var file in files)
            Assert.Null(await office.Host.Get<CampaignImport>().BeginAsync(new CampaignUpload(office.Access(), "t-office", "November", file), Stop));
        Assert.Null(await office.Host.Get<CampaignImport>().BeginAsync(new CampaignUpload(office.Access(), "t-office", "87011234567", CampaignOffice.Good(1)), Stop));
        await using var db = office.Host.Open();
        Assert.Empty(db.Campaigns);
        Assert.Empty(db.CampaignFaults);
        Assert.Empty(await office.InvitationsAsync());
        Assert.Empty(await office.AuditAsync());
    }

    [Fact]
    public async Task What_is_no_workbook_and_what_is_empty_is_said_so()
    {
        await using var office = await CampaignOffice.OpenAsync();
        Assert.Equal(["1  unreadable"], await office.FaultsAsync(await office.ImportAsync([.. "PK\u0003\u0004"u8, 1, 2, 3])));
        Assert.Equal(["1  empty_file"], await office.FaultsAsync(await office.ImportAsync(CampaignOffice.File(CampaignOffice.Head))));
    }

    [Fact]
    public async Task A_coordinator_invites_only_within_the_scope()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var file = CampaignOffice.File(CampaignOffice.Head, "A-1,2602001,electronic,astana,kk", "A-2,2602001,electronic,abai,kk", "A-3,1403024,electronic,abai,kk");
        var id = await office.ImportAsync(file, office.Access(StaffRole.Coordinator, "region:astana", "service:1403024"));
        Assert.Equal(["3 service scope"], await office.FaultsAsync(id));
        Assert.Null(await office.Host.Get<CampaignViews>().FindAsync(new CampaignAccess(new Staff(8, StaffRole.Coordinator, ["region:astana"]), office.Host.Get<Bot.Survey.Catalogue.ServiceCatalogue>()), id, Stop));
    }

    [Fact]
    public async Task A_second_file_adds_to_a_draft_and_finds_what_is_there_already()
    {
        await using var office = await CampaignOffice.OpenAsync();
        var id = await office.ImportAsync(CampaignOffice.Good(2, recipients: true));
        var import = office.Host.Get<CampaignImport>();
        var more = CampaignOffice.File(CampaignOffice.Head + ",recipient", "A-1,2602001,electronic,astana,kk,new", "B-1,2602001,electronic,astana,kk,person-2", "B-2,2602001,electronic,astana,kk,person-9");
        var (isOpen, draft) = await import.AddAsync(new CampaignUpload(office.Access(), "t-office", "", more), id, Stop);
        Assert.True(isOpen);
        await import.FillAsync(draft!, _ => Task.CompletedTask, Stop);
        Assert.Equal(["2 ref ref_known", "3 recipient recipient_known"], await office.FaultsAsync(id));
        Assert.Equal(["A-1", "A-2", "B-2"], (await office.InvitationsAsync()).Select(i => i.ReceiptRef));
        Assert.False((await import.AddAsync(new CampaignUpload(office.Access(), "t-office", "", more), id, Stop)).IsOpen);
    }

    private static byte[] Book(List<Dictionary<string, object>> people, List<Dictionary<string, object>> targets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { ["People"] = people, ["Targets"] = targets });
        return stream.ToArray();
    }
}
