using Bot.Survey.Comments;
using Xunit;

namespace Bot.Survey.Tests.Comments;

public sealed class MaskingTests
{
    private static CommentRules Rules => Shipped.Comments;

    [Theory]
    [InlineData("Звоните 87011234567", "Звоните •••")]
    [InlineData("+77011234567 Айгуль", "••• Айгуль")]
    [InlineData("мой номер +7 (701) 123-45-67, жду", "мой номер •••, жду")]
    [InlineData("8 (701) 123 45 67", "•••")]
    [InlineData("8-701-123-45-67!", "•••!")]
    [InlineData("8.701.123.45.67", "•••")]
    [InlineData("8 7 0 1 1 2 3 4 5 6 7", "•••")]
    [InlineData("тел87011234567звоните", "тел•••звоните")]
    [InlineData("701 123 45 67", "•••")]
    [InlineData("(7172) 55-44-33", "•••")]
    [InlineData("8 7172 554433", "•••")]
    [InlineData("7 (7252) 30 04 05", "•••")]
    [InlineData("хабарласыңыз: 8 778 000 11 22", "хабарласыңыз: •••")]
    [InlineData("кабинет 5 87011234567", "кабинет 5 •••")]
    [InlineData("тел. 55-44-33", "тел. •••")]
    [InlineData("тел номер 554433", "тел номер •••")]
    [InlineData("250-12-34", "•••")]
    [InlineData("８７０１１２３４５６７", "•••")]
    [InlineData("+49 30 1234567", "•••")]
    [InlineData("8 701\n123 45 67", "•••")]
    [InlineData("8\u00A0701\u00A0123\u00A045\u00A067", "•••")]
    public void A_telephone_number_is_masked_however_it_is_written(string text, string masked) => Assert.Equal(masked, Rules.Mask(text));

    [Theory]
    [InlineData("ИИН 850101300123 проверьте", "ИИН ••• проверьте")]
    [InlineData("ЖСН: 850101 300123", "ЖСН: •••")]
    [InlineData("850 101 300 123", "•••")]
    [InlineData("8501-0130-0123", "•••")]
    [InlineData("БИН 180340012345", "БИН •••")]
    [InlineData("заявка 101000012345678", "заявка •••")]
    [InlineData("удостоверение № 012345678", "удостоверение № •••")]
    [InlineData("жеке куәлік нөмірі 012345678", "жеке куәлік нөмірі •••")]
    [InlineData("012 345 678", "•••")]
    [InlineData("паспорт N12345678", "паспорт •••")]
    [InlineData("паспорт N 12345678", "паспорт •••")]
    [InlineData("обращение №1234567", "обращение №•••")]
    [InlineData("машина 123 ABC 02 стояла", "машина ••• стояла")]
    [InlineData("4400 4301 2345 6789", "•••")]
    [InlineData("карта 4400430123456789", "карта •••")]
    [InlineData("счет KZ86125KZT5004100100", "счет •••")]
    [InlineData("КZ86 125K ZT50 0410 0100 рахмет", "••• рахмет")]
    public void The_number_of_a_person_a_document_or_an_account_is_masked(string text, string masked) => Assert.Equal(masked, Rules.Mask(text));

    [Theory]
    [InlineData("пишите ivan.petrov@mail.ru.", "пишите •••.")]
    [InlineData("ivan собака mail.ru", "•••")]
    [InlineData("ivan (at) mail.ru", "•••")]
    [InlineData("телеграм @ivan_petrov, жду", "телеграм •••, жду")]
    [InlineData("смотрите https://example.kz/a?b=c (там)", "смотрите ••• (там)")]
    [InlineData("t.me/ivan_petrov.", "•••.")]
    [InlineData("www.example.kz", "•••")]
    [InlineData("vk.com/id1 и wa.me/77011234567", "••• и •••")]
    public void An_address_a_user_name_or_a_link_is_masked(string text, string masked) => Assert.Equal(masked, Rules.Mask(text));

    [Theory]
    [InlineData("Заплатил 15 000 000 тенге за 5 дней")]
    [InlineData("услуга 1403024 и 3102008, код 02201001")]
    [InlineData("заявление от 25.11.2026, ответ 30.11.2026")]
    [InlineData("с 25.11.2026-30.11.2026 не работали")]
    [InlineData("25.11.26")]
    [InlineData("2026-11-25")]
    [InlineData("25.11.2026 10:30")]
    [InlineData("250000 тг, потом 1500000 тенге")]
    [InlineData("от 100 000 - 150 000 тенге")]
    [InlineData("80 000-120 000")]
    [InlineData("150000000 тенге")]
    [InlineData("в 2023 2024 2025 годах")]
    [InlineData("график 09.00-18.30, обед 13.00-14.00")]
    [InlineData("Звонил на 1414 и 109, кабинет 305, окно 7")]
    [InlineData("2-3 раза по 40-50 минут, 24/7")]
    [InlineData("на сайте egov.kz и в приложении eGov mobile")]
    [InlineData("оценки 5 5 5 4 3")]
    [InlineData("за паспорт 15000 тенге")]
    [InlineData("статья 12, пункт 3.4.5")]
    [InlineData("10 күнде берді, 3 рет бардым, 2500 теңге төледім")]
    [InlineData("")]
    [InlineData("Бәрі жақсы 👍👍 100%")]
    public void Ordinary_numbers_and_words_stay(string text) => Assert.Equal(text, Rules.Mask(text));
}
