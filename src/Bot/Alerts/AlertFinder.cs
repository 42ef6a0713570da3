using Bot.Managers;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Scoring;

namespace Bot.Alerts;

/// <summary>Finds what a subscriber is to be told of: a drop that is not chance, and low ratings of so many people that none of them shows.</summary>
internal sealed class AlertFinder(StaffScores scores, LowRatingReader lows, ServiceCatalogue catalogue, PublishGate gate)
{
    /// <summary>On one card; the others come the next day.</summary>
    public const int Most = 5;

    /// <summary>Days of the period that is compared with the equal one before; the longer one where so few answer that of the shorter one nothing may be published.</summary>
    private static readonly int[] TrendDays = [7, 30];

    /// <summary>The low ratings that all looks of a day share.</summary>
    public Task<LowRatings> CountAsync(DateOnly today, CancellationToken cancellationToken) => lows.ReadAsync(today, cancellationToken);

    public async Task<IReadOnlyList<Alert>> FindAsync(DueSubscription due, Recipient to, LowRatings counted, DateOnly today, CancellationToken cancellationToken)
    {
        var memory = AlertMemory.Read(due.Row.Alerted);
        var services = ServicesOf(to.Target, to.Access).ToList();
        var since = AlmatyTime.Day(due.Row.CreatedAt);
        var gathered = services.SelectMany(service => counted.CriteriaOf(service).Select(criterion => Low(service, criterion, to.Target.Place.Region, counted, memory, since, today)))
            .OfType<Alert.Low>().OrderByDescending(low => low.AtLeast).ThenBy(low => low.Thing, StringComparer.Ordinal);
        var drop = await DropAsync(services, to, memory, today, cancellationToken);
        return [.. (drop is null ? Enumerable.Empty<Alert>() : [drop]).Concat(gathered).Take(Most)];
    }

    /// <summary>The services that a target is about, as far as they are seen.</summary>
    public IEnumerable<string> ServicesOf(SubscriptionTarget target, ScoreAccess access) => catalogue.Services
        .Where(service => target.Kind switch
        {
            SubscriptionTarget.Service => service.Id == target.Id,
            SubscriptionTarget.Provider => service.Providers.Values.Any(zones => zones.Values.Contains(target.Id)),
            _ => true,
        })
        .Select(service => service.Id).Where(id => access.SeesService(id, target.Place));

    // In steps of the minimum: of two neighbouring counts the difference says nothing of a person.
    private Alert.Low? Low(string service, string criterion, string? region, LowRatings counted, AlertMemory memory, DateOnly since, DateOnly today)
    {
        var alert = new Alert.Low(service, criterion, 0, since);
        if (memory.IsSilent(alert.Thing, today))
            return null;
        var first = new[] { since, memory.LastDay(alert.Thing) ?? since, today.AddDays(-LowRatings.Days) }.Max();
        var people = counted.Count(service, criterion, region, first);
        var step = (int)gate.MinimumToShow;
        return people >= step ? alert with { AtLeast = people - (people % step), Since = first } : null;
    }

    private async Task<Alert.Drop?> DropAsync(List<string> services, Recipient to, AlertMemory memory, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var days in TrendDays)
        {
            var recent = to.Target.Place with { Period = PeriodChoice.Own(today.AddDays(-days), today.AddDays(-1)) };
            if (await scores.TrendAsync(to.Access, recent, services, cancellationToken) is not { } trend)
                continue;
            var alert = trend is { Real: true, Difference: < 0 } ? new Alert.Drop(trend) : null;
            return alert is null || memory.IsSilent(alert.Thing, today, days) ? null : alert;
        }

        return null;
    }
}
