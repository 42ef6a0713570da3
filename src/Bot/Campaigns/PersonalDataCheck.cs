using System.Text.RegularExpressions;

namespace Bot.Campaigns;

/// <summary>
/// Whether a file of recipients holds what must not be in it: phone numbers, IIN or other numbers of 12 digits, e-mail addresses, or columns
/// named like them. Rather one reference too many that only looks like a number than one person.
/// </summary>
internal static partial class PersonalDataCheck
{
    private static readonly string[] Names =
    [
        "phone", "phones", "telephone", "tel", "mobile", "msisdn", "iin", "name", "names", "surname", "firstname", "lastname", "fullname", "email", "mail", "address", "birthday", "birthdate",
        "тел", "телефон", "моб", "мобильный", "иин", "фио", "имя", "фамилия", "отчество", "почта", "адрес", "рождения",
        "ұялы", "жсн", "аты", "жөні", "тегі", "пошта", "мекенжай", "мекенжайы", "туған",
    ];

    private static readonly string[] Stems = ["phone", "telephon", "телефон", "mobile", "мобильн", "email"];
    private static readonly HashSet<string> Personal = new(Names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a cell, or a whole line, holds a number or an address of a person.</summary>
    public static bool IsIn(string text) => Numbers().Matches(text).Any(match => match.Groups["hit"].Success);

    /// <summary>Whether a column is named like personal data.</summary>
    public static bool IsName(string column) => Words().Matches(column).Any(word => Personal.Contains(word.Value) || Stems.Any(stem => word.Value.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));

    // References are often UUIDs, whose last group is now and then all digits: these are looked over first.
    [GeneratedRegex(
        """
        (?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])
        |(?<hit>
          \+\s?7(?:[\s\-.()]*[0-9]){10}(?![0-9])
          |(?<![0-9A-Za-z])[78][\s\-.()]*7(?:[\s\-.()]*[0-9]){9}(?![0-9A-Za-z])
          |(?<![0-9A-Za-z])7(?:0[0-8]|47|6[0-4]|7[1-8])[\s\-.]?[0-9]{3}[\s\-.]?[0-9]{2}[\s\-.]?[0-9]{2}(?![0-9A-Za-z])
          |(?<![0-9A-Za-z])[0-9]{6}\s?[0-9]{6}(?![0-9A-Za-z])
          |[\p{L}\p{N}._%+\-]@[\p{L}\p{N}\-]+\.\p{L}{2}
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex("""\p{L}+""", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
