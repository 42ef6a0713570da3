using Bot.Survey.Comments;
using Xunit;

namespace Bot.Survey.Tests.Comments;

public sealed class CommentRulesTests
{
    private static readonly string[] Criteria = ["info", "access"];

    [Theory]
    [InlineData("Очень долго ждал в очереди", "timing")]
    [InlineData("очеридь бальшая, ждали три часа", "timing")]
    [InlineData("Кезек ұзақ, күттім екі сағат", "timing")]
    [InlineData("кезек узак куттим еки сагат", "timing")]
    [InlineData("Сайт не работает, ЭЦП не принимает", "access")]
    [InlineData("Сайт ашылмайды, эцк кате береди", "access")]
    [InlineData("Сотрудница грубая, нахамила", "staff")]
    [InlineData("Кызметкерлер дорекі сойлейді", "staff")]
    [InlineData("требуют лишние справки", "procedure")]
    [InlineData("артык кужат сурады", "procedure")]
    [InlineData("слишком дорого", "cost")]
    [InlineData("тым қымбат", "cost")]
    [InlineData("Бот не понимает вопросов", "assistant")]
    [InlineData("чат-бот сұрағымды түсінбеді", "assistant")]
    [InlineData("На жалобу никто не ответил", "feedback")]
    [InlineData("шағымыма жауап бермеді", "feedback")]
    [InlineData("Отказали необоснованно", "result")]
    [InlineData("бас тартты негизсиз", "result")]
    [InlineData("Инструкция непонятная", "info")]
    [InlineData("акпарат тусиниксиз", "info")]
    [InlineData("Долго ждал, сотрудники грубые, цена высокая", "staff,timing,cost")]
    public void Topics_are_found_in_both_languages_through_typing_errors_and_folded_letters(string text, string topics) =>
        Assert.Equal(topics, string.Join(',', Shipped.Comments.Find(text).Topics));

    [Theory]
    [InlineData("Спасибо, всё хорошо!")]
    [InlineData("Рахмет")]
    [InlineData("👍")]
    [InlineData("")]
    [InlineData("Погода сегодня не очень")]
    [InlineData("В центре города")]
    public void What_is_about_no_criterion_is_about_something_else(string text) => Assert.Equal([CommentRules.Other], Shipped.Comments.Find(text).Topics);

    [Theory]
    [InlineData("Намекали на взятку", "corruption")]
    [InlineData("намикали на взядку? просили у меня денег", "corruption")]
    [InlineData("Пара сұрады", "corruption")]
    [InlineData("пара сурады инспектор", "corruption")]
    [InlineData("без квитанции взяли 5000 тг", "corruption")]
    [InlineData("таныс аркылы гана бередi", "corruption")]
    [InlineData("У меня диабет, стоять не могу", "diagnosis")]
    [InlineData("мугедек адаммын", "diagnosis")]
    [InlineData("диогноз поставили неверно", "diagnosis")]
    [InlineData("Мой ребёнок ждал час", "child")]
    [InlineData("баламды алып бардым", "child")]
    [InlineData("сын инвалид, просили взятку", "corruption,diagnosis,child")]
    public void Corruption_a_diagnosis_and_a_child_are_sensitive(string text, string kinds) =>
        Assert.Equal(kinds, string.Join(',', Shipped.Comments.Find(text).Sensitive));

    [Theory]
    [InlineData("Подождите пару минут, пара дней и готово")]
    [InlineData("Больница далеко, операционный зал тесный, оператор вежливый")]
    [InlineData("бағалар қымбат, қызмет жақсы")]
    [InlineData("ауыр процесс, аурухана жақсы")]
    [InlineData("параграф, параметр, бет парақшасы")]
    [InlineData("сынақ өтті, ұлы істер")]
    [InlineData("очередью доволен, ребята молодцы")]
    [InlineData("бухгалтерский баланс и балл за балкон")]
    public void Words_that_only_look_alike_are_not_sensitive(string text) => Assert.Empty(Shipped.Comments.Find(text).Sensitive);

    [Theory]
    [InlineData("Өте ұзақ күттім", "kk")]
    [InlineData("кызмет жаксы болды рахмет", "kk")]
    [InlineData("Очень долго", "ru")]
    [InlineData("сайт", null)]
    [InlineData("ok", null)]
    public void The_language_is_the_comments_own(string text, string? language) => Assert.Equal(language, Shipped.Comments.Find(text).Language);

    [Fact]
    public void All_of_a_long_comment_is_read() =>
        Assert.Equal(["timing"], Shipped.Comments.Find(new string('ы', 600) + " очередь").Topics);

    [Fact]
    public void The_version_changes_with_the_words()
    {
        Assert.True(CommentRules.TryParse(Small("[\"да*\"]"), Criteria, out var one, out _));
        Assert.True(CommentRules.TryParse(Small("[\"нет*\"]"), Criteria, out var other, out _));
        Assert.Matches("^[0-9a-f]{16}$", one.Version);
        Assert.NotEqual(one.Version, other.Version);
    }

    [Theory]
    [InlineData("[]", "comments.json: topics.info.ru: has no words")]
    [InlineData("[\"да\", \"да\"]", "comments.json: topics.info.ru: «да» stands twice")]
    [InlineData("[\"д*а\"]", "comments.json: topics.info.ru: «д*а» may have «*» at the end of a word only, and one blank between words")]
    [InlineData("[\"*\"]", "comments.json: topics.info.ru: «*» has no letter")]
    [InlineData("[\"из-за\"]", "comments.json: topics.info.ru: «из-за» must be words of letters and digits")]
    [InlineData("[\"\"]", "comments.json: topics.info.ru[0]: must be a text")]
    [InlineData("7", "comments.json: topics.info.ru: must be a list")]
    public void A_faulty_list_of_words_is_reported_with_its_place(string words, string fault)
    {
        Assert.False(CommentRules.TryParse(Small(words), Criteria, out _, out var faults));
        Assert.Contains(fault, faults.Select(f => f.ToString()));
    }

    [Fact]
    public void Every_criterion_has_its_words_and_no_other_topic_does()
    {
        Assert.False(CommentRules.TryParse(Small("[\"да\"]"), ["info", "timing"], out _, out var faults));
        Assert.Equal(["comments.json: topics: «timing» is missing", "comments.json: topics.access: is none of info, timing"], faults.Select(f => f.ToString()));
    }

    private static string Small(string russian)
    {
        const string Words = """{ "kk": ["иә"], "ru": ["да"] }""";
        return $$"""
            { "languages": {{Words}}, "topics": { "info": { "kk": ["иә"], "ru": {{russian}} }, "access": {{Words}} },
              "sensitive": { "corruption": {{Words}}, "diagnosis": {{Words}}, "child": {{Words}} },
              "numberWords": {{Words}}, "numberLinks": {{Words}}, "money": {{Words}} }
            """;
    }
}
