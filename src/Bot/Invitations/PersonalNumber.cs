using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Invitations;

/// <summary>Keeps telephone and identification numbers out of what senders of invitations name things and people by.</summary>
internal static partial class PersonalNumber
{
    private const string Phone = "looks like a telephone number; those do not belong here, give a pseudonym of your own";
    private const string Iin = "looks like an individual identification number (12 digits that begin with a date of birth); those do not belong here, give a pseudonym of your own";

    /// <summary>Why a reference is refused that is nothing but such a number, with or without a word before it; null: it is fine.</summary>
    public static string? Refusal(string text)
    {
        if (Number().Match(text) is not { Success: true } match)
            return null;
        var written = match.Groups["number"].ValueSpan.TrimEnd();
        var digits = string.Concat(match.Groups["number"].Value.Where(char.IsAsciiDigit));
        if (written.Length == digits.Length && IsIin(digits))
            return Iin;
        return IsPhone(digits, isInternational: written[0] == '+') ? Phone : null;
    }

    // Date of birth, then 0–6 for sex and century.
    private static bool IsIin(string digits) => digits.Length == 12 && digits[6] <= '6'
        && DateOnly.TryParseExact("20" + digits[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // 8 and 7 lead from inside the country and from abroad; the numbers of Kazakhstan go on with 7, those of Russia with 9.
    private static bool IsPhone(string digits, bool isInternational) => isInternational
        ? digits.Length is >= 10 and <= 15
        : digits is { Length: 11 } and ['7' or '8', '7' or '9', ..] || (digits.Length == 10 && Mobile().IsMatch(digits));

    [GeneratedRegex(@"^[^\p{L}\p{Nd}+(]*(?:\p{L}+[^\p{L}\p{Nd}+(]*)?(?<number>\+?[\s(]*[0-9](?:[\s().-]*[0-9])*)[^\p{L}\p{Nd}]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^7(?:0[0-8]|47|[567][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
