using Bot.Survey.Localization;
using Xunit;

namespace Bot.Survey.Tests.Localization;

public class TextFaultTests
{
    private const string KazakhHead = """ "language": { "code": "kk", "name": "Қазақша", "culture": "kk-KZ", "plural": "kk" } """;
    private const string RussianHead = """ "language": { "code": "ru", "name": "Русский", "culture": "ru-RU", "plural": "ru" } """;

    [Fact]
    public void All_faults_are_reported_at_once() => Assert.Equal(
        [
            "ru.json: flow.back: is missing (it is in kk.json)",
            "ru.json: flow.date: has the placeholders [day], but [date] in kk.json",
            "ru.json: flow.empty: is empty",
            "kk.json: flow.brace: has a brace that encloses no name",
            "ru.json: flow.brace: has a brace that encloses no name",
            "ru.json: count: form «few» is missing (plural rule ru)",
            "ru.json: count: form «many» is missing (plural rule ru)",
            "kk.json: flow.next: is missing (it is in ru.json)",
        ],
        Faults(
            """ "flow": { "back": "Артқа", "date": "{date} күні", "empty": "Бос", "brace": "{n күн" }, "count": { "other": "{n} күн" } """,
            """ "flow": { "next": "Дальше", "date": "{day} числа", "empty": " ", "brace": "n} дней" }, "count": { "one": "{n} день", "other": "{n} дня" } """));

    [Fact]
    public void A_plural_form_without_the_number_is_a_fault() => Assert.Equal(
        ["ru.json: count: form «one» has the placeholders [], but [n] in kk.json"],
        Faults(
            """ "count": { "other": "{n} күн" } """,
            """ "count": { "one": "день", "few": "{n} дня", "many": "{n} дней", "other": "{n} дня" } """));

    [Fact]
    public void Something_that_is_no_text_is_a_fault() => Assert.Equal(
        ["kk.json: flow.list: is neither a text nor a group of texts"],
        Faults(""" "flow": { "list": ["Артқа"] } """, ""));

    [Fact]
    public void A_file_that_is_no_JSON_is_a_fault()
    {
        var fault = new TextCatalogue([("kk.json", "{"), ("ru.json", $"{{{RussianHead}}}")]).Faults()[0];
        Assert.StartsWith("kk.json: is not JSON: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_stands_twice_is_a_fault() => Assert.StartsWith(
        "kk.json: is not JSON: ", Faults(""" "back": "Артқа", "back": "Артқа" """, "")[0], StringComparison.Ordinal);

    [Fact]
    public void A_language_must_say_what_it_is() => Assert.Equal(
        [
            "en.json: language.name: is missing",
            "en.json: language.culture: «xx-Nowhere» is not a culture that .NET knows",
            "en.json: language.plural: «latin» is none of kk, ru, one-other",
        ],
        new TextCatalogue([("en.json", """{ "language": { "code": "en", "culture": "xx-Nowhere", "plural": "latin" } }""")])
            .Faults().Select(fault => fault.ToString()));

    [Fact]
    public void Two_files_of_one_language_are_a_fault() => Assert.Equal(
        ["b.json: language.code: «ru» is the code of another file too"],
        new TextCatalogue([("a.json", $"{{{RussianHead}}}"), ("b.json", $"{{{RussianHead}}}")]).Faults().Select(fault => fault.ToString()));

    private static List<string> Faults(string kazakh, string russian) =>
    [
        .. new TextCatalogue([("ru.json", File(RussianHead, russian)), ("kk.json", File(KazakhHead, kazakh))]).Faults().Select(fault => fault.ToString()),
    ];

    private static string File(string head, string body) => body.Length == 0 ? $"{{{head}}}" : $"{{{head},{body}}}";
}
