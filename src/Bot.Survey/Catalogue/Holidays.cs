using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bot.Survey.Catalogue;

/// <summary>
/// The days off of Kazakhstan by <c>dialogs/holidays.json</c>: holidays, and the working days that are off because a holiday fell on a weekend (article 85 of
/// the Labour Code). A year that the file does not name has none. Immutable and safe for concurrent use.
/// </summary>
public sealed class Holidays
{
    private const string File = "holidays.json";
    private readonly HashSet<DateOnly> _days;

    private Holidays(IEnumerable<DateOnly> days) => _days = [.. days];

    /// <summary>Reads the file, or says everything that is wrong with it.</summary>
    /// <param name="json">An object with a member a day, in order: the date as <c>2026-03-23</c>, and why it is off.</param>
    /// <param name="holidays">The days; null where there are faults.</param>
    /// <param name="faults">All faults; empty where there are days.</param>
    public static bool TryParse(string json, [NotNullWhen(true)] out Holidays? holidays, out IReadOnlyList<CatalogueFault> faults)
    {
        var found = new List<CatalogueFault>();
        var days = new List<DateOnly>();
        foreach (var (name, node) in CatalogueNode.Parse(json, File, found).Members())
        {
            node.Text();
            if (!DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                node.Fault("must be a date as 2026-03-23");
            else if (days.Count > 0 && day <= days[^1])
                node.Fault("must stand in the order of the days");
            else
                days.Add(day);
        }

        (holidays, faults) = (found.Count == 0 ? new Holidays(days) : null, found);
        return holidays is not null;
    }

    /// <summary>Whether the day is off though it may be a weekday; an ordinary weekend is no holiday.</summary>
    public bool Contain(DateOnly day) => _days.Contains(day);

    /// <summary>Whether the file names any day of the year.</summary>
    public bool Know(int year) => _days.Any(day => day.Year == year);
}
