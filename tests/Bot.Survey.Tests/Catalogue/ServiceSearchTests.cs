using Bot.Survey.Catalogue;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Catalogue;

public class ServiceSearchTests
{
    private static readonly ServiceSearch Search = new(Shipped.Catalogue.Services);

    public static TheoryData<string> Ids => [.. Shipped.Catalogue.Services.Select(service => service.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_code_finds_a_service_exactly(string id)
    {
        var code = Shipped.Catalogue.FindService(id)!.Code;
        foreach (var query in code is null ? [] : new[] { code, code.TrimStart('0'), $" № {code}. " })
        {
            Assert.Equal((id, MatchStrength.Exact), First(query));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_name_and_alias_finds_its_service_exactly_as_written_folded_and_in_capitals(string id)
    {
        foreach (var phrase in Phrases(Shipped.Catalogue.FindService(id)!))
        {
            Assert.Equal((id, MatchStrength.Exact), First(phrase));
            Assert.Equal((id, MatchStrength.Exact), First(Typing.OnRussianKeyboard(phrase)));
            Assert.Equal((id, MatchStrength.Exact), First(phrase.ToUpperInvariant()));
        }
    }

    [Fact]
    public void One_typing_error_in_a_name_or_alias_still_finds_its_service_first_in_95_of_100_cases_and_always_among_the_first_three()
    {
        var cases = 0;
        var missed = new List<string>();
        foreach (var service in Shipped.Catalogue.Services)
        {
            foreach (var query in Phrases(service).SelectMany(phrase => Typing.WithOneError(Typing.OnRussianKeyboard(phrase))))
            {
                cases++;
                var place = Search.Find(query).Take(3).Select(match => match.Service.Id).ToList().IndexOf(service.Id);
                Assert.True(place >= 0, $"{service.Id} is not among the first three for «{query}»");
                if (place > 0)
                {
                    missed.Add($"{service.Id}: {query}");
                }
            }
        }

        Assert.True(missed.Count <= cases * 0.05, $"{missed.Count} of {cases}:\n" + string.Join('\n', missed));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Typing_a_short_name_letter_by_letter_never_loses_the_service_from_the_middle_on(string id)
    {
        foreach (var name in Shipped.Catalogue.FindService(id)!.ShortName.ByLanguage.Values)
        {
            for (var typed = (name.Length / 2) + 1; typed < name.Length; typed++)
            {
                Assert.Contains(Search.Find(name[..typed]), match => match.Service.Id == id);
            }
        }
    }

    [Theory]
    [InlineData("поликлиника", "601001")]
    [InlineData("как прикрепиться к поликлинике", "601001")]
    [InlineData("хочу поменять поликлинику", "601001")]
    [InlineData("паликлиника", "601001")]
    [InlineData("емханаға тіркелу", "601001")]
    [InlineData("емханага тиркелу", "601001")]
    [InlineData("дәрігерге тіркелдім", "601001")]
    [InlineData("адрес дома", "2602001")]
    [InlineData("присвоить адрес новому дому", "2602001")]
    [InlineData("үйге мекенжай алу", "2602001")]
    [InlineData("мекен жай", "2602001")]
    [InlineData("инвалидная коляска", "705006")]
    [InlineData("коляску для инвалида получил", "705006")]
    [InlineData("мүгедектер арбасы", "705006")]
    [InlineData("кресло арба", "705006")]
    [InlineData("бесплатные лекарства для диабетиков", "3105002")]
    [InlineData("инсулин", "3105002")]
    [InlineData("тегін дәрілер алдым", "3105002")]
    [InlineData("дари дармек", "3105002")]
    [InlineData("электрик допуск", "1401002")]
    [InlineData("экзамен по электробезопасности", "1401002")]
    [InlineData("принять на работу иностранцев", "702001")]
    [InlineData("ирс", "702001")]
    [InlineData("шетелдік жұмысшылар", "702001")]
    [InlineData("перевести землю под ижс", "2201005")]
    [InlineData("целевое назначние земли", "2201005")]
    [InlineData("жер мақсатын өзгерту", "2201005")]
    [InlineData("пособие многодетным", "402016")]
    [InlineData("көп балалы отбасына жәрдемақы", "402016")]
    [InlineData("копбалалы жардемакы", "402016")]
    [InlineData("алтын алка", "402011")]
    [InlineData("кумис алка награда", "402011")]
    [InlineData("касса снять", "1601014")]
    [InlineData("KKM", "1601014")]
    [InlineData("ндс вернуть", "160110")]
    [InlineData("ққс қайтару", "160110")]
    [InlineData("переплата по налогам", "1601008")]
    [InlineData("салықты қайтарып алу", "1601008")]
    [InlineData("майнинг биткоин", "1404007")]
    [InlineData("апостиль на решение суда", "3102008")]
    [InlineData("апастиль", "3102008")]
    [InlineData("экзамен на адвоката", "903002")]
    [InlineData("путевка в санаторий", "705010")]
    [InlineData("шипажай жолдамасы", "705010")]
    [InlineData("питание в школе бесплатно", "3105001")]
    [InlineData("мектепте тегін тамақ", "3105001")]
    [InlineData("трудовой мигрант патент", "203005")]
    [InlineData("автобус маршруты", "1101008")]
    [InlineData("расписание автобуса", "1101008")]
    [InlineData("старатель золото", "1205016")]
    [InlineData("даму гарантия", "906002")]
    [InlineData("стюардеса", "1102019")]
    [InlineData("яхтаны тіркеу", "501016")]
    [InlineData("казино", "903010")]
    [InlineData("мастер спорта", "02201001")]
    [InlineData("протез ноги", "705002")]
    [InlineData("сот төрелігі академиясы", "1902010")]
    [InlineData("код 1403024", "1403024")]
    public void What_people_type_finds_what_they_mean(string query, string id) => Assert.Equal(id, First(query).Id);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!! ??? ...")]
    [InlineData("😀😀😀")]
    [InlineData("\ud83d")]
    [InlineData("ыфвапролд")]
    [InlineData("qwertyuiop")]
    [InlineData("как приготовить борщ")]
    [InlineData("прогноз погоды на завтра")]
    [InlineData("и в на с")]
    [InlineData("алу беру мен")]
    [InlineData("99999999")]
    public void Nonsense_finds_nothing(string query) => Assert.Empty(Search.Find(query));

    [Property]
    public void Any_text_is_safe_and_gives_each_service_at_most_once(string? query)
    {
        var found = Search.Find(query ?? "").Select(match => match.Service.Id).ToList();
        Assert.Equal(found.Distinct(), found);
    }

    [Fact]
    public void A_text_of_any_length_is_read_only_at_its_beginning()
    {
        Assert.Equal("601001", Search.Find("поликлиника " + new string('я', 5_000))[0].Service.Id);
        Assert.Empty(Search.Find(new string('я', 5_000)));
        Assert.Empty(Search.Find(string.Concat(Enumerable.Repeat("абырвалг ", 1_000))));
    }

    [Fact]
    public void A_common_word_lists_all_services_that_have_it_in_the_same_order_each_time()
    {
        var found = Search.Find("лицензия").Select(match => match.Service.Id).ToList();
        Assert.Superset(new HashSet<string> { "903010", "1403024", "1404007", "1302007", "1205016" }, found.ToHashSet());
        Assert.Equal(found, Search.Find("ЛИЦЕНЗИЯ").Select(match => match.Service.Id));
    }

    [Fact]
    public void Exact_stands_before_beginnings_and_these_before_typing_errors()
    {
        Assert.Equal(MatchStrength.Exact, First("майнинг").Strength);
        Assert.Equal(MatchStrength.Prefix, First("майнин").Strength);
        Assert.Equal(MatchStrength.Fuzzy, First("мойнинг").Strength);
    }

    private static (string? Id, MatchStrength? Strength) First(string query)
    {
        var found = Search.Find(query);
        return found.Count == 0 ? (null, null) : (found[0].Service.Id, found[0].Strength);
    }

    private static IEnumerable<string> Phrases(Service service) =>
        [.. service.Name.ByLanguage.Values, .. service.ShortName.ByLanguage.Values, .. service.Aliases.Values.SelectMany(aliases => aliases)];
}
