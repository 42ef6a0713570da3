using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Survey.Comments;

/// <summary>Digits that stand together, in groups, and the question which of them belong to a person's number.</summary>
internal sealed partial class NumberRun
{
    private const int ShortestNamed = 5;
    private const int ShortestDocument = 9;
    private const int LongestSum = 9;
    private const int TaxNumber = 12;
    private const int Card = 16;

    private readonly string _text;
    private readonly bool _named;
    private readonly bool _money;
    private readonly Group[] _groups;

    /// <param name="text">The run, from its first to its last digit, with a plus or a bracket before it.</param>
    /// <param name="named">Whether the word before says that a personal number follows.</param>
    /// <param name="money">Whether the word behind says that this is a sum.</param>
    public NumberRun(string text, bool named, bool money)
    {
        (_text, _named, _money) = (text, named, money);
        _groups = [.. Digits().Matches(text).Select(match => new Group(match.Index, match.Length, Plain(match.Value)))];
    }

    /// <summary>The parts to mask, in their order: where they begin and end in the run.</summary>
    public IEnumerable<(int Start, int End)> Personal()
    {
        var date = Dates();
        for (var first = 0; first < _groups.Length; first++)
        {
            if (date[first])
                continue;
            var last = first;
            while (last + 1 < _groups.Length && !date[last + 1])
                last++;
            foreach (var (from, to) in Personal(first, last))
                yield return (from == 0 ? 0 : _groups[from].At, _groups[to].At + _groups[to].Length);
            first = last;
        }
    }

    private List<(int From, int To)> Personal(int first, int last)
    {
        var digits = Total(first, last);
        var all = new List<(int, int)> { (first, last) };
        if ((_named && !_money && digits >= ShortestNamed) || (_text[0] == '+' && first == 0 && digits > ShortestDocument))
            return all;
        if (digits < ShortestDocument)
            return IsLocalPhone(first, last) ? all : [];
        if (!(digits == TaxNumber && IsTaxNumber(Join(first, last))) && IsOrdinary(first, last))
            return [];
        var found = Windows(first, last);
        return found.Count == 0 && digits >= TaxNumber ? all : found;
    }

    /// <summary>Neighbouring groups that make a telephone, tax, document or card number together.</summary>
    private List<(int From, int To)> Windows(int first, int last)
    {
        var found = new List<(int From, int To)>();
        for (var from = first; from <= last; from++)
        {
            for (var to = last; to >= from; to--)
            {
                if (!IsPersonal(from, to))
                    continue;
                if (found is [.., var before] && before.To >= from)
                    found[^1] = (before.From, Math.Max(before.To, to));
                else
                    found.Add((from, to));
                break;
            }
        }

        return found;
    }

    private bool IsPersonal(int from, int to)
    {
        var number = Join(from, to);
        return IsPhone(number)
            || (number.Length == TaxNumber && (from == to || IsTaxNumber(number)))
            || (number.Length == Card && _groups[from..(to + 1)].All(group => group.Length % 4 == 0))
            || (from == to && number.Length >= ShortestDocument && !(_money && number.Length < TaxNumber))
            || (number.Length == ShortestDocument && number[0] == '0' && _groups[from..(to + 1)].All(group => group.Length == 3));
    }

    // 8 and 7 lead from inside the country and from abroad; every area and operator of Kazakhstan begins with 7.
    private static bool IsPhone(string number) => number is { Length: 11 } and ['7' or '8', ..] or { Length: 10 } and ['7', ..];

    // IIN: date of birth, then 0–6 for sex and century. BIN: year and month, then 4–6 for the kind of body.
    private static bool IsTaxNumber(string number) =>
        Number(number.AsSpan(2, 2)) is >= 1 and <= 12
        && ((Number(number.AsSpan(4, 2)) is >= 1 and <= 31 && number[6] is >= '0' and <= '6') || number[4] is >= '4' and <= '6');

    private bool IsLocalPhone(int first, int last) =>
        _groups[first..(last + 1)].Select(group => group.Length).ToArray() is [2 or 3, 2, 2]
        && Between(first) == "-" && Between(first + 1) == "-";

    /// <summary>Sums, hours, years, codes of services: numbers that tell nothing of a person although they are long together.</summary>
    private bool IsOrdinary(int first, int last)
    {
        var groups = _groups[first..(last + 1)];
        if (groups.All(group => group.Digits.Length == 4 && group.Digits[..2] is "19" or "20"))
            return true;
        if (groups.Length > 1 && groups.All(group => group.Length is >= 6 and <= 8) && Total(first, last) != TaxNumber)
            return true;
        if (groups.Length % 2 == 0 && Enumerable.Range(0, groups.Length / 2).All(i => IsHour(first + (2 * i))))
            return true;
        var dash = Enumerable.Range(first, last - first).Where(i => Dash().IsMatch(Between(i))).ToList();
        return dash.Count == 0 ? IsSum(first, last) : dash is [var only] && IsSum(first, only) && IsSum(only + 1, last);
    }

    private bool IsHour(int at) => Between(at) == "." && _groups[at].Length <= 2 && Number(_groups[at].Digits) < 24 && _groups[at + 1].Length == 2 && Number(_groups[at + 1].Digits) < 60;

    // Thousands apart; without them only where the money is named.
    private bool IsSum(int first, int last) =>
        Total(first, last) <= LongestSum && _groups[first].Digits[0] != '0'
        && (first == last ? _money : _groups[first].Length <= 3 && Enumerable.Range(first + 1, last - first).All(i => _groups[i].Length == 3 && Between(i - 1).Length == 1));

    private bool[] Dates()
    {
        var found = new bool[_groups.Length];
        for (var at = 0; at + 2 < _groups.Length; at++)
        {
            if (IsDate(at, withCentury: true))
                found[at] = found[at + 1] = found[at + 2] = true;
        }

        // With a year of two digits it may be the end of a telephone number, unless the run is nothing but dates.
        return _groups.Length % 3 == 0 && Enumerable.Range(0, _groups.Length / 3).All(i => IsDate(3 * i, withCentury: false) || IsDate(3 * i, withCentury: true))
            ? [.. found.Select(_ => true)]
            : found;
    }

    private bool IsDate(int at, bool withCentury)
    {
        var separator = Between(at);
        if (separator is not ("." or "-" or "/") || Between(at + 1) != separator)
            return false;
        if ((at > 0 && Between(at - 1) == separator) || (at + 3 < _groups.Length && Between(at + 2) == separator))
            return false;
        string[] parts = [.. _groups[at..(at + 3)].Select(group => group.Digits)];
        return parts switch
        {
            [{ Length: 4 } year, { Length: 2 } month, { Length: 2 } day] when withCentury => IsDay(day, month) && year[..2] is "19" or "20",
            [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 4 } year] when withCentury => IsDay(day, month) && year[..2] is "19" or "20",
            [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 2 }] when !withCentury => IsDay(day, month),
            _ => false,
        };
    }

    private static bool IsDay(string day, string month) => Number(day) is >= 1 and <= 31 && Number(month) is >= 1 and <= 12;

    private string Between(int group)
    {
        var from = _groups[group].At + _groups[group].Length;
        return _text[from.._groups[group + 1].At];
    }

    private int Total(int first, int last) => _groups[first..(last + 1)].Sum(group => group.Length);

    private string Join(int first, int last) => string.Concat(_groups[first..(last + 1)].Select(group => group.Digits));

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Plain(string digits) => string.Concat(digits.Select(c => (char)('0' + (int)char.GetNumericValue(c))));

    [GeneratedRegex("""\p{Nd}+""", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("""[-‐-―]""", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    private readonly record struct Group(int At, int Length, string Digits);
}
