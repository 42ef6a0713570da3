using Bot.Survey.Catalogue;
using Xunit;

namespace Bot.Survey.Tests.Catalogue;

public class RegionSearchTests
{
    private static readonly RegionSearch Search = new(Shipped.Catalogue);

    public static TheoryData<string> Ids => [.. Shipped.Catalogue.Regions.Select(region => region.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_name_finds_its_region_as_written_folded_and_in_small_letters(string id)
    {
        var region = Shipped.Catalogue.FindRegion(id)!;
        foreach (var name in region.Name.ByLanguage.Values.Concat(region.Aliases.Values.SelectMany(aliases => aliases)).Where(name => name != "Алматы"))
        {
            Assert.Equal(id, First(name));
            Assert.Equal(id, First(Typing.OnRussianKeyboard(name)));
            Assert.Equal(id, First(name.ToLowerInvariant()));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void One_typing_error_in_a_name_is_forgiven(string id)
    {
        foreach (var query in Shipped.Catalogue.FindRegion(id)!.Name.ByLanguage.Values.SelectMany(Typing.WithOneError))
        {
            Assert.Contains(id, Search.Find(query).Matches.Take(3).Select(match => match.Region.Id));
        }
    }

    [Theory]
    [InlineData("Шымкент", "", "shymkent")]
    [InlineData("рэс  шымкент", "рэс", "shymkent")]
    [InlineData("Астана 601001", "601001", "astana")]
    [InlineData("апостиль батыс қазақстан облысы", "апостиль", "west-kazakhstan")]
    [InlineData("рэс алматы", "рэс алматы", null)]
    [InlineData("лицензия рэс", "лицензия рэс", null)]
    [InlineData("", "", null)]
    public void A_region_is_taken_off_a_question(string query, string rest, string? region)
    {
        var split = Search.Split(query);
        Assert.Equal((rest, region), (split.Words, split.Region?.Id));
    }

    [Fact]
    public void No_service_has_a_name_that_is_cut_as_if_it_named_a_region()
    {
        foreach (var service in Shipped.Catalogue.Services)
        {
            var names = service.Name.ByLanguage.Values.Concat(service.ShortName.ByLanguage.Values).Concat(service.Aliases.Values.SelectMany(aliases => aliases));
            Assert.All([.. names, service.Id], name => Assert.Equal((name, null), Search.Split(name)));
        }
    }

    [Theory]
    [InlineData("СКО", "north-kazakhstan")]
    [InlineData("сқо", "north-kazakhstan")]
    [InlineData("CKO", "north-kazakhstan")]
    [InlineData("ВКО", "east-kazakhstan")]
    [InlineData("ШҚО", "east-kazakhstan")]
    [InlineData("шко", "east-kazakhstan")]
    [InlineData("ЗКО", "west-kazakhstan")]
    [InlineData("БҚО", "west-kazakhstan")]
    [InlineData("бко", "west-kazakhstan")]
    [InlineData("ЮКО", "turkistan")]
    [InlineData("северный казахстан", "north-kazakhstan")]
    [InlineData("восточно казахстанская", "east-kazakhstan")]
    [InlineData("шыгыс казакстан", "east-kazakhstan")]
    [InlineData("алматинская обл", "almaty-region")]
    [InlineData("алматы облысы", "almaty-region")]
    [InlineData("Алматы область", "almaty-region")]
    [InlineData("г.Алматы", "almaty-city")]
    [InlineData("алматы каласы", "almaty-city")]
    [InlineData("город алматы", "almaty-city")]
    [InlineData("нурсултан", "astana")]
    [InlineData("в Караганде", "karagandy")]
    [InlineData("караганда город", "karagandy")]
    [InlineData("темиртау", "karagandy")]
    [InlineData("чимкент", "shymkent")]
    [InlineData("жетысу", "jetisu")]
    [InlineData("кустанай", "kostanay")]
    [InlineData("семипалатинск семей", "abai")]
    [InlineData("абайская", "abai")]
    [InlineData("улытауская область", "ulytau")]
    [InlineData("мангыстауская обл.", "mangystau")]
    [InlineData("Екібастұз", "pavlodar")]
    [InlineData("туркестан", "turkistan")]
    [InlineData("Атырауда", "atyrau")]
    public void What_people_type_finds_what_they_mean(string query, string id) => Assert.Equal(id, First(query));

    [Theory]
    [InlineData("Алматы")]
    [InlineData(" АЛМАТЫ! ")]
    public void Bare_Almaty_is_the_city_or_the_region_and_is_asked(string query)
    {
        var found = Search.Find(query);
        Assert.Equal(["almaty-city", "almaty-region"], found.Matches.Select(match => match.Region.Id));
        Assert.Equal("Город Алматы или Алматинская область?", found.Ambiguous?.Ask["ru"]);
    }

    [Fact]
    public void Half_of_Almaty_offers_both() =>
        Assert.Superset(new HashSet<string> { "almaty-city", "almaty-region" }, Search.Find("Алмат").Matches.Select(match => match.Region.Id).ToHashSet());

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("ыфвапролд")]
    [InlineData("12345")]
    public void Nonsense_finds_nothing(string query) => Assert.Empty(Search.Find(query).Matches);

    private static string? First(string query) => Search.Find(query).Matches is { Count: > 0 } matches ? matches[0].Region.Id : null;
}
