using Bot.Survey.Localization;
using Xunit;

namespace Bot.Survey.Tests.Localization;

public class TextCatalogueTests
{
    private const string Russian = """
        {
          "language": { "code": "ru", "name": "Русский", "culture": "ru-RU", "plural": "ru" },
          "flow": { "back": "Назад", "later": "Мы спросим {date}: {what}." },
          "count": { "one": "{n} день", "few": "{n} дня", "many": "{n} дней", "other": "{n} дня" }
        }
        """;

    private const string Kazakh = """
        {
          "language": { "code": "kk", "name": "Қазақша", "culture": "kk-KZ", "plural": "kk" },
          "flow": { "back": "Артқа", "later": "{what}: {date} сұраймыз." },
          "count": { "other": "{n} күн" }
        }
        """;

    private const string English = """
        {
          "language": { "code": "en", "name": "English", "culture": "en-GB" },
          "flow": { "back": "Back", "later": "We shall ask on {date}: {what}." },
          "count": { "one": "{n} day", "other": "{n} days" }
        }
        """;

    private static readonly TextCatalogue Texts = new([("en.json", English), ("ru.json", Russian), ("kk.json", Kazakh)]);

    [Fact]
    public void The_shipped_texts_have_no_fault() => Assert.Empty(Shipped.Texts.Faults());

    [Fact]
    public void The_shipped_languages_are_Kazakh_and_Russian_and_have_the_same_keys()
    {
        Assert.Equal(["kk", "ru"], Shipped.Texts.Languages.Select(language => language.Code));
        Assert.Equal(["Қазақша", "Русский"], Shipped.Texts.Languages.Select(language => language.Name));
        Assert.True(Shipped.Texts.Keys.Count > 400);
    }

    [Theory]
    [InlineData("criteria.info", "Ақпарат және байланыс", "Информация и коммуникация")]
    [InlineData("items.electronic.speed.label", "Жұмыс жылдамдығы", "Скорость работы")]
    [InlineData("items.paper.result_ok.statement_refused", "Алынған жауап (бас тарту) және оның негіздемесі қанағаттандырды.", "Полученный ответ (отказ) и его обоснование удовлетворили.")]
    [InlineData("questions.channel.options.egov_web", "eGov.kz порталы", "Портал eGov.kz")]
    [InlineData("questions.went_wrong.options.access.slow", "Баяу жұмыс істеді", "Работало медленно")]
    [InlineData("questions.went_wrong.options.common.other", "Басқа себеп", "Другая причина")]
    [InlineData("scale.not_applicable", "Маған қатысты емес / білмеймін", "Не касается меня / не знаю")]
    [InlineData("manager.mean", "Орташа балл", "Средний балл")]
    public void A_key_is_the_path_to_its_text(string key, string kazakh, string russian)
    {
        Assert.True(Shipped.Texts.Has(key));
        Assert.Equal(kazakh, Shipped.Texts.Get("kk", key));
        Assert.Equal(russian, Shipped.Texts.Get("ru", key));
    }

    [Theory]
    [InlineData(1, "1 респондент", "1 респондент")]
    [InlineData(3, "3 респондента", "3 респондент")]
    [InlineData(25, "25 респондентов", "25 респондент")]
    public void A_number_chooses_the_plural_form(int n, string russian, string kazakh)
    {
        Assert.Equal(russian, Shipped.Texts.Format("ru", "manager.respondents", ("n", n)));
        Assert.Equal(kazakh, Shipped.Texts.Format("kk", "manager.respondents", ("n", n)));
    }

    [Fact]
    public void A_fraction_takes_the_form_other() => Assert.Equal("2,5 дня", Texts.Format("ru", "count", ("n", 2.5m)));

    [Fact]
    public void Placeholders_are_filled_in_wherever_the_language_puts_them()
    {
        var date = new DateOnly(2026, 3, 12);
        Assert.Equal("Мы спросим 12 марта: адрес {x}.", Texts.Format("ru", "flow.later", ("what", "адрес {x}"), ("date", date)));
        Assert.Equal("мекенжай: 12 наурыз сұраймыз.", Texts.Format("kk", "flow.later", ("date", date), ("what", "мекенжай")));
    }

    [Fact]
    public void Dates_and_numbers_are_written_by_the_language()
    {
        var date = new DateOnly(2026, 3, 12);
        Assert.Equal("12 наурыз", Texts.Date("kk", date));
        Assert.Equal("12 марта", Texts.Date("ru", date));
        Assert.Equal("2026\u00a0ж. 12 наурыз", Texts.DateWithYear("kk", date));
        Assert.Equal("12 марта 2026\u00a0г.", Texts.DateWithYear("ru", date));
        Assert.Equal("4,80", Texts.Number("kk", 4.795m, 2));
        Assert.Equal("79,3", Texts.Number("ru", 79.34m, 1));
        Assert.Equal("12\u00a0345 дней", Texts.Format("ru", "count", ("n", 12_345)));
    }

    [Fact]
    public void A_third_language_is_one_more_file()
    {
        Assert.Equal(["kk", "ru", "en"], Texts.Languages.Select(language => language.Code));
        Assert.Empty(Texts.Faults());
        Assert.Equal("1 day", Texts.Format("en", "count", ("n", 1)));
        Assert.Equal("5 days", Texts.Format("en", "count", ("n", 5)));
    }

    [Fact]
    public void What_is_not_there_is_named_with_its_language()
    {
        Assert.Contains("«flow.nothing» in the language «kk»", Assert.Throws<KeyNotFoundException>(() => Texts.Get("kk", "flow.nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("«flow.back» in the language «de»", Assert.Throws<KeyNotFoundException>(() => Texts.Get("de", "flow.back")).Message, StringComparison.Ordinal);
        Assert.Contains("{date}", Assert.Throws<ArgumentException>(() => Texts.Format("ru", "flow.later", ("what", "адрес"))).Message, StringComparison.Ordinal);
        Assert.False(Texts.Has("flow.nothing"));
    }
}
