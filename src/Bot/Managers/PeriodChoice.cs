using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Scores;

namespace Bot.Managers;

/// <summary>The days that a card counts: all, the last so many, or a span of one's own.</summary>
/// <param name="Code">As buttons carry it: <c>30</c>, or two days since the epoch, three digits of base 36 each, <c>1qj1rd</c>; null: all time.</param>
internal readonly partial record struct PeriodChoice(string? Code)
{
    /// <summary>The last days that are offered by button: a week, a month, a quarter, a year.</summary>
    public static readonly int[] Offered = [7, 30, 91, 365];

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int DayLength = 3;
    private const int Longest = 3660;
    private static readonly DateOnly Epoch = new(2020, 1, 1);

    public static PeriodChoice LastDays(int days) => new(days.ToString(CultureInfo.InvariantCulture));

    public static PeriodChoice Own(DateOnly from, DateOnly to) => new(Write(from) + Write(to));

    /// <summary>A code that nobody made is all time.</summary>
    public static PeriodChoice Read(string? code) => new PeriodChoice(code).Days(Epoch) is null ? default : new(code);

    /// <summary>Reads «01.03.2026–31.03.2026», as people type it; null where the text is no such span.</summary>
    public static PeriodChoice? Typed(string text)
    {
        var match = Span().Match(text.Trim());
        return match.Success && Day(match.Groups[1].Value) is { } from && Day(match.Groups[2].Value) is { } to && from <= to && from >= Epoch && to < Epoch.AddYears(100) ? Own(from, to) : null;
    }

    /// <summary>The days; null: all time.</summary>
    public (DateOnly From, DateOnly To)? Days(DateOnly today)
    {
        if (int.TryParse(Code, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last is > 0 and <= Longest)
            return (today.AddDays(1 - last), today);
        return Code is { Length: 2 * DayLength } && Code.All(Digits.Contains) && (Day36(Code[..DayLength]), Day36(Code[DayLength..])) is var (from, to) && from <= to ? (from, to) : null;
    }

    public ScoreFilter Filter(string? region, DateOnly today) =>
        Days(today) is var (from, to) ? new ScoreFilter(Region: region, From: from, To: to) : new ScoreFilter(Region: region);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Write(DateOnly day)
    {
        var (text, number) = ("", day.DayNumber - Epoch.DayNumber);
        for (; text.Length < DayLength; number /= Digits.Length)
            text = Digits[number % Digits.Length] + text;
        return text;
    }

    private static DateOnly Day36(string text) => Epoch.AddDays(text.Aggregate(0, (number, digit) => (number * Digits.Length) + Digits.IndexOf(digit, StringComparison.Ordinal)));

    [GeneratedRegex(@"^(\d{1,2}\.\d{1,2}\.\d{4})\s*[-–—]\s*(\d{1,2}\.\d{1,2}\.\d{4})$")]
    private static partial Regex Span();
}
