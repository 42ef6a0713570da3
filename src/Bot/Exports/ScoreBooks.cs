using System.Runtime.CompilerServices;
using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Dialogs;

namespace Bot.Exports;

/// <summary>Collects what a workbook holds: within the scope of the person or the key, and through the gate. Null: not for them.</summary>
internal sealed class ScoreBooks(StaffScores staffScores, ScoreReader reader, StaffTexts staffTexts, TimeProvider time)
{
    /// <summary>All scores that a person sees at a place.</summary>
    public async Task<ScoreBook?> OfPlaceAsync(ScoreAccess access, ScorePlace place, string language, CancellationToken cancellationToken) =>
        await staffScores.ServicesAsync(access, place, cancellationToken) is { } services
            ? await EmptyAsync(access, place, language, cancellationToken) with
            {
                Services = services,
                Providers = await staffScores.ProvidersAsync(access, place, cancellationToken) ?? [],
                Sheets = Sheets(services, id => staffScores.ServiceAsync(access, place, id, cancellationToken), cancellationToken),
            }
            : null;

    /// <summary>The regions by a service.</summary>
    public async Task<ScoreBook?> OfRegionsAsync(ScoreAccess access, ScorePlace place, string service, string language, CancellationToken cancellationToken) =>
        await staffScores.RegionsAsync(access, place, service, cancellationToken) is { } rating
            ? await EmptyAsync(access, place, language, cancellationToken) with { Rating = rating }
            : null;

    /// <param name="access">What the reader may see.</param>
    /// <param name="filter">Whose scores.</param>
    /// <param name="service">A service; null: all, with the providers.</param>
    /// <param name="regions">The service by which the regions are rated; null: no rating.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ScoreBook?> OfFilterAsync(
        ScoreAccess access, ScoreFilter filter, string? service, string? regions, string language, CancellationToken cancellationToken)
    {
        var place = new ScorePlace(filter.Region);
        if (!access.Sees(place) || (service is not null && !access.SeesService(service, place)) || (regions is not null && !access.SeesService(regions, default)))
            return null;
        var everything = access.PassesGate;
        var book = await EmptyAsync(access, place, language, cancellationToken) with
        {
            Period = filter.Period,
            Rating = regions is null ? null : await reader.RegionsAsync(regions, filter, everything, cancellationToken),
        };
        if (service is not null)
            return book with { Sheets = new[] { await reader.ServiceAsync(service, filter, everything, cancellationToken) }.ToAsyncEnumerable() };
        if (regions is not null)
            return book;
        var services = await reader.ServicesAsync(filter, everything, cancellationToken);
        var providers = await reader.ProvidersAsync(filter, everything, cancellationToken);
        services = [.. services.Where(one => access.SeesService(one.Service, place))];
        return book with
        {
            Services = services,
            Providers = [.. providers.Where(one => access.SeesProvider(one.Provider, place))],
            Sheets = Sheets(services, async id => await reader.ServiceAsync(id, filter, everything, cancellationToken), cancellationToken),
        };
    }

    private async Task<ScoreBook> EmptyAsync(ScoreAccess access, ScorePlace place, string language, CancellationToken cancellationToken)
    {
        var scope = place.Region is null ? access.Scope with { Regions = [] } : StaffScope.Everything;
        var period = place.Period.Filter(place.Region, AlmatyTime.Day(time.GetUtcNow())).Period;
        var updatedAt = await staffScores.UpdatedAtAsync(cancellationToken);
        return new ScoreBook(language, staffTexts.Scope(scope, language), place.Region, period, access.PassesGate, updatedAt, [], [], AsyncEnumerable.Empty<ServiceScores>(), Rating: null);
    }

    /// <summary>The services that have something to show, read one by one as they are written.</summary>
    private static async IAsyncEnumerable<ServiceScores> Sheets(
        IReadOnlyList<ServiceSummary> services, Func<string, Task<ServiceScores?>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var service in services.Where(service => service.Score?.Mean is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await read(service.Service) is { } scores)
                yield return scores;
        }
    }
}
