using Bot.Survey.Catalogue;
using Xunit;

namespace Bot.Survey.Tests.Catalogue;

public class CatalogueFaultTests
{
    private const string Providers = """
        { "providers": [{ "id": "egov", "name": { "kk": "п", "ru": "п" }, "short": { "kk": "п", "ru": "п" }, "byRegion": false }] }
        """;

    private const string Regions = """
        { "regions": [{ "id": "abai", "name": { "kk": "Абай", "ru": "Абай" }, "aliases": { "kk": [], "ru": [] } }], "ambiguous": [] }
        """;

    private const string Service = """
        "section": "3.1", "name": { "kk": "қ", "ru": "у" }, "short": { "kk": "қ", "ru": "у" }, "aliases": { "kk": [], "ru": [] }, "recipients": null
        """;

    [Fact]
    public void The_shipped_catalogue_has_no_fault() => Assert.Empty(
        ServiceCatalogue.Faults(Shipped.CatalogueFile("services"), Shipped.CatalogueFile("providers"), Shipped.CatalogueFile("regions")));

    [Fact]
    public void All_faults_are_reported_at_once() => Assert.Equal(
        [
            "services.json: a.code: must be 6 to 8 digits, or null",
            "services.json: a.paid: must be yes, no or depends",
            "services.json: a.deadline[0].value: must be a whole number from 1",
            "services.json: a.deadline[0].unit: must be minute, hour, working_day or calendar_day",
            "services.json: a: stands more than once",
            "services.json: a.providers.electronic.portal: unknown provider «nobody»",
            "services.json: a.providers.paper: nobody answers for the zone front_office",
            "services.json: a.providers.paper: nobody answers for the zone authority",
            "services.json: a.channels: unknown channel «pigeon»",
            "services.json: a.channels: none leads to the form paper",
            "services.json: a.providers.electronic.front_office: is no zone of this form: whole, or portal and authority",
            "services.json: a.channels: «desk» leads to the form paper, in which the service is not given",
            "services.json: a.popular: must be 1: the places run from 1 without gap or tie",
        ],
        Faults(
            $$"""
            { "id": "a", {{Service}}, "code": "12", "forms": ["electronic", "paper"], "paid": "maybe",
              "providers": { "electronic": { "portal": "nobody", "authority": "egov" } },
              "deadline": [{ "case": "all", "value": 0, "unit": "year" }], "channels": ["web", "pigeon"] },
            { "id": "a", {{Service}}, "code": null, "forms": ["electronic"], "paid": "no", "popular": 2,
              "providers": { "electronic": { "whole": "egov", "front_office": "egov" } }, "deadline": null, "channels": ["web", "desk"] }
            """));

    [Fact]
    public void A_missing_language_is_a_fault_in_every_file()
    {
        var faults = ServiceCatalogue.Faults(
            """{ "channels": {}, "services": [] }""",
            Providers.Replace("\"kk\": \"п\", ", "", StringComparison.Ordinal),
            Regions.Replace(", \"ru\": \"Абай\"", "", StringComparison.Ordinal));
        Assert.Equal(
            [
                "providers.json: egov.name: language «kk» is missing",
                "providers.json: egov.short: language «kk» is missing",
                "regions.json: abai.name: language «ru» is missing",
            ],
            faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void The_id_unknown_is_kept_and_an_ambiguous_name_must_lead_somewhere()
    {
        var regions = Regions.Replace("\"id\": \"abai\"", "\"id\": \"unknown\"", StringComparison.Ordinal)
            .Replace("\"ambiguous\": []", """ "ambiguous": [{ "id": "x", "aliases": [], "regions": ["nowhere"], "ask": { "kk": "?", "ru": "?" } }] """, StringComparison.Ordinal);
        Assert.Equal(
            [
                "regions.json: unknown: this id is kept for responses whose region is not known",
                "regions.json: x.regions: unknown region «nowhere»",
            ],
            ServiceCatalogue.Faults("""{ "channels": {}, "services": [] }""", Providers, regions).Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("""{ "channels": [], "services": [1, null, "x", {}] }""")]
    public void A_file_of_any_content_gives_faults_and_no_exception(string json)
    {
        Assert.NotEmpty(ServiceCatalogue.Faults(json, json, json));
        Assert.False(ServiceCatalogue.TryParse(json, Providers, Regions, out var catalogue, out _));
        Assert.Null(catalogue);
    }

    [Fact]
    public void Parse_names_every_fault()
    {
        var refused = Assert.Throws<FormatException>(() => ServiceCatalogue.Parse("{", "{", Regions));
        Assert.Contains("services.json: is not JSON", refused.Message, StringComparison.Ordinal);
        Assert.Contains("providers.json: is not JSON", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(string services) =>
        ServiceCatalogue.Faults($$"""{ "channels": { "electronic": ["web"], "paper": ["desk"] }, "services": [{{services}}] }""", Providers, Regions)
            .Select(fault => fault.ToString());
}
