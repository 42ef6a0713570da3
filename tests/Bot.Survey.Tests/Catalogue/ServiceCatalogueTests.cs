using Bot.Survey.Catalogue;
using Xunit;

namespace Bot.Survey.Tests.Catalogue;

public class ServiceCatalogueTests
{
    private static readonly ServiceCatalogue Catalogue = Shipped.Catalogue;

    [Fact]
    public void The_shipped_catalogue_has_all_services_providers_and_regions()
    {
        Assert.Equal((39, 21, 20), (Catalogue.Services.Count, Catalogue.Providers.Count, Catalogue.Regions.Count));
        Assert.Equal("vet-export-import-transit", Catalogue.Services[0].Id);
        Assert.Equal("02201001", Catalogue.FindService("02201001")?.Code);
        Assert.Null(Catalogue.FindService("crop-variety-testing")!.Code);
        Assert.Equal("ЦОН", Catalogue.FindProvider("gov-corporation")?.ShortName["ru"]);
        Assert.Equal("Шымкент қаласы", Catalogue.FindRegion("shymkent")?.Name["kk"]);
    }

    [Fact]
    public void What_is_unknown_is_not_found()
    {
        Assert.Null(Catalogue.FindService("1"));
        Assert.Null(Catalogue.FindProvider(""));
        Assert.Null(Catalogue.FindRegion(Region.Unknown));
        Assert.Null(Catalogue.FormOf("pigeon"));
    }

    [Fact]
    public void The_six_services_with_most_respondents_are_offered_first() =>
        Assert.Equal(["2602001", "601001", "705006", "3105002", "1401002", "702001"], Catalogue.Popular.Select(service => service.Id));

    [Fact]
    public void The_channel_gives_the_form()
    {
        Assert.Equal(13, Catalogue.Channels.Count);
        Assert.Equal(ServiceForm.Electronic, Catalogue.FormOf("con_self_service"));
        Assert.Equal(ServiceForm.Paper, Catalogue.FormOf("con_desk"));
        Assert.Equal(ServiceForm.Proactive, Catalogue.FormOf("proactive"));
        Assert.All(Catalogue.Channels, channel => Assert.True(Shipped.Texts.Has($"questions.channel.options.{channel}"), channel));
    }

    [Theory]
    [InlineData("1403024", "elicense egov_web other_site")]
    [InlineData("402016", "egov_web egov_mobile bank_app con_self_service other_site con_desk other_office proactive")]
    [InlineData("1601014", "egov_web egov_mobile fiscal_operator other_site provider_office other_office")]
    [InlineData("601001", "egov_web egov_mobile bank_app other_site clinic other_office proactive")]
    [InlineData("3105001", "egov_web egov_mobile other_site school other_office proactive")]
    public void A_service_offers_the_channels_that_fit_it(string id, string channels) =>
        Assert.Equal(channels.Split(' '), Catalogue.FindService(id)!.Channels);

    [Theory]
    [InlineData("2602001", ServiceForm.Electronic, Zones.Portal, "egov")]
    [InlineData("2602001", ServiceForm.Electronic, Zones.Authority, "local-executive")]
    [InlineData("601001", ServiceForm.Paper, Zones.FrontOffice, "clinics")]
    [InlineData("601001", ServiceForm.Paper, Zones.Authority, "clinics")]
    [InlineData("1102019", ServiceForm.Paper, Zones.FrontOffice, "gov-corporation")]
    [InlineData("402016", ServiceForm.Proactive, Zones.Authority, "min-labour")]
    [InlineData("402016", ServiceForm.Proactive, Zones.Portal, null)]
    [InlineData("2602001", ServiceForm.Paper, Zones.Authority, null)]
    public void The_form_and_the_zone_give_the_provider(string id, ServiceForm form, string zone, string? provider) =>
        Assert.Equal(provider, Catalogue.FindService(id)!.ProviderOf(form, zone));

    [Fact]
    public void A_term_in_days_is_given_where_it_holds_for_every_case()
    {
        Assert.Equal(new Deadline("all", 5, DeadlineUnit.WorkingDay), Catalogue.FindService("705002")!.LongestDeadline);
        Assert.Equal(new Deadline("all", 15, DeadlineUnit.CalendarDay), Catalogue.FindService("903002")!.LongestDeadline);
        Assert.Null(Catalogue.FindService("402016")!.LongestDeadline);
        Assert.Null(Catalogue.FindService("705010")!.LongestDeadline);
        Assert.Null(Catalogue.FindService("crop-variety-testing")!.LongestDeadline);
    }

    [Fact]
    public void Payment_and_recipients_are_known()
    {
        Assert.Equal(PaidKind.Depends, Catalogue.FindService("702001")!.Paid);
        Assert.Equal(PaidKind.Yes, Catalogue.FindService("501016")!.Paid);
        Assert.Equal(["legal"], Catalogue.FindService("501016")!.Recipients);
        Assert.Empty(Catalogue.FindService("1404007")!.Recipients);
    }

    [Fact]
    public void A_name_falls_back_to_Russian_and_then_to_any_language()
    {
        var name = new LocalText(new Dictionary<string, string> { ["kk"] = "Ат", ["ru"] = "Имя" });
        Assert.Equal(("Ат", "Имя", "Имя"), (name["kk"], name["ru"], name["en"]));
        Assert.Equal("Ат", new LocalText(new Dictionary<string, string> { ["kk"] = "Ат" })["en"]);
        Assert.Equal("", new LocalText(new Dictionary<string, string>())["en"]);
    }

    [Theory]
    [InlineData(ServiceForm.Electronic, "electronic")]
    [InlineData(ServiceForm.Paper, "paper")]
    [InlineData(ServiceForm.Proactive, "proactive")]
    public void A_form_is_read_by_its_id(ServiceForm form, string id)
    {
        Assert.Equal(id, form.Id());
        Assert.True(ServiceForms.TryParse(id, out var read));
        Assert.Equal(form, read);
        Assert.False(ServiceForms.TryParse("Paper", out _));
        Assert.False(ServiceForms.TryParse(null, out _));
    }
}
