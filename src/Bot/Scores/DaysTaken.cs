using Bot.Persistence;
using Bot.Survey.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>How long recipients say they waited, against the service's own term: people rate the term well even where it was missed by weeks.</summary>
/// <param name="People">How many said it.</param>
/// <param name="Median">Days, as they were given.</param>
/// <param name="Compared">How many named days that can be compared with the term.</param>
/// <param name="Late">How many of those certainly waited longer than the term.</param>
/// <param name="Term">The term.</param>
internal sealed record DaysTaken(int People, int Median, int Compared, int Late, Deadline Term)
{
    public const string Days = "days_taken";
    public const string Unit = "days_unit";

    /// <summary>Fewer are not shown, to anybody.</summary>
    private const int Fewest = 10;

    /// <summary>The newest answers wait until so many have come, so that nobody's can be read off a change.</summary>
    private const int Step = 5;

    /// <summary>Public holidays that may lie in a term.</summary>
    private const int Holidays = 3;

    /// <summary>Of all time; null where the term depends on the case, or too few have said it.</summary>
    public static async Task<DaysTaken?> FindAsync(BotDbContext db, Service service, string? region, CancellationToken cancellationToken)
    {
        if (service.LongestDeadline is not { } term)
            return null;
        var answers = await db.Answers.Where(a => a.ServiceId == service.Id && (a.Item == Days || a.Item == Unit))
            .Join(db.Responses.Where(r => r.Counted != null && (region == null || r.RegionId == region)), a => a.ResponseId, r => r.Id, (a, _) => new { a.ResponseId, a.Item, a.Value, a.Choice })
            .OrderBy(a => a.ResponseId).ToListAsync(cancellationToken);
        var units = answers.Where(a => a.Item == Unit).ToDictionary(a => a.ResponseId, a => a.Choice);
        var people = answers.Where(a => a is { Item: Days, Value: not null }).Select(a => (Days: a.Value.GetValueOrDefault(), Unit: units.GetValueOrDefault(a.ResponseId))).ToList();
        people = people[..(people.Count - (people.Count % Step))];
        if (people.Count < Fewest)
            return null;
        var compared = people.Where(p => p.Unit is "working" or "calendar").ToList();
        return new DaysTaken(people.Count, people.Select(p => p.Days).Order().ElementAt(people.Count / 2), compared.Count, compared.Count(p => IsLate(p.Days, p.Unit == "working", term)), term);
    }

    /// <summary>Whether days are certainly more than a term; five working days take a week, and holidays may lie in it.</summary>
    internal static bool IsLate(int days, bool working, Deadline term) =>
        working || term.Unit is DeadlineUnit.CalendarDay ? days > term.Value : (days * 5 / 7) - Holidays > term.Value;
}
