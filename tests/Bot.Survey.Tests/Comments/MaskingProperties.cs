using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Survey.Tests.Comments;

public sealed class MaskingProperties
{
    private static readonly string[] Plain =
    [
        "бәрі жақсы", "долго ждал", "5 дней", "25.11.2026", "10:30", "15 000 тенге", "1403024", "окно 7", "3 рет", "eGov", "2026 год", "рахмет!", "кабинет 305,", "100%",
        "2-3 часа", "«отказ»", "1414", "250000 тг", "(жоқ)", "№ 5", "09.00-18.00", "қызмет 02201001;", "1 500 000 теңге", "ЦОН", "всё ок…", "не работает сайт",
    ];

    private static readonly int[][] PhoneGroups = [[1, 3, 7], [1, 3, 3, 2, 2], [1, 3, 3, 4], [11], [4, 3, 4], [1, 10], [1, 4, 6], [1, 4, 2, 2, 2], [1, 3, 2, 2, 3], [4, 7], [1, 3, 2, 3, 2]];
    private static readonly int[][] TaxNumberGroups = [[12], [6, 6], [3, 3, 3, 3], [4, 4, 4], [2, 2, 2, 6], [6, 1, 5]];
    private static readonly string[] Separators = [" ", "-", " - ", "  ", "\u00A0", "–", ".", "/", ") ", " ("];

    /// <summary>Whatever stands around it and however it is grouped, no digits of a telephone number stay.</summary>
    [Property(MaxTest = 2000)]
    public void No_telephone_number_survives(int seed, int more)
    {
        var random = Chance(seed, more);
        var digits = random.Next(2) + 7 + "7" + Digits(random, 9);
        AssertGone(random, Grouped(random, digits, PhoneGroups), digits, random.Next(3) == 0 ? "+" : "");
    }

    [Property(MaxTest = 2000)]
    public void No_number_of_twelve_digits_survives(int seed, int more)
    {
        var random = Chance(seed, more);
        var born = string.Create(CultureInfo.InvariantCulture, $"{random.Next(100):00}{random.Next(1, 13):00}{random.Next(1, 29):00}{random.Next(1, 7)}{Digits(random, 5)}");
        AssertGone(random, Grouped(random, born, TaxNumberGroups), born, "");
        var any = Digits(random, random.Next(12, 20));
        AssertGone(random, any, any, "");
    }

    [Property(MaxTest = 2000)]
    public void A_text_without_personal_data_is_unchanged(int seed, int more)
    {
        var random = Chance(seed, more);
        var text = Sentence(random, random.Next(1, 12));
        Assert.Equal(text, Shipped.Comments.Mask(text));
    }

    [Property(MaxTest = 1000)]
    public void Whatever_the_text_masking_never_fails_and_twice_is_as_once(string? text, int seed, int more)
    {
        var random = Chance(seed, more);
        const string Letters = "0123456789  .-+()/@№абKZkz:\n•";
        foreach (var any in (string[])[text ?? "", string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)]))])
        {
            var once = Shipped.Comments.Mask(any);
            Assert.Equal(once, Shipped.Comments.Mask(once));
            Assert.DoesNotMatch(@"\p{Nd}{12}", once);
        }
    }

    // FsCheck's numbers are small: two of them make enough different ones.
    private static Random Chance(int seed, int more) => new((seed * 7919) + more);

    private static void AssertGone(Random random, string number, string digits, string before)
    {
        var text = $"{Sentence(random, random.Next(4))}, {before}{number}, {Sentence(random, random.Next(4))}";
        var left = Regex.Replace(Shipped.Comments.Mask(text), @"\P{Nd}", "");
        Assert.False(left.Contains(digits, StringComparison.Ordinal), $"{text} -> {Shipped.Comments.Mask(text)}");
        Assert.False(left.Contains(digits[^7..], StringComparison.Ordinal), $"{text} -> {Shipped.Comments.Mask(text)}");
    }

    private static string Grouped(Random random, string digits, int[][] groupings)
    {
        var one = random.Next(2) == 0 ? Separators[random.Next(Separators.Length)] : null;
        var number = "";
        var at = 0;
        foreach (var length in groupings[random.Next(groupings.Length)])
        {
            number += (at == 0 ? "" : one ?? Separators[random.Next(Separators.Length)]) + digits[at..(at + length)];
            at += length;
        }

        return number;
    }

    private static string Sentence(Random random, int words) => string.Join(", ", Enumerable.Range(0, words).Select(_ => Plain[random.Next(Plain.Length)]));

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
}
