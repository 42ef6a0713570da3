using System.Runtime.CompilerServices;
using Bot.Managers;
using Bot.Scores;

namespace Bot.Exports;

/// <summary>Collects what a workbook holds: within the scope of the person or the key, and through the gate. Null: not for them.</summary>
internal sealed class ScoreBooks(StaffScores staffScores, ScoreReader reader, StaffTexts staffTexts)
{
    /// <param name="access">What the reader may see.</param>
    /// <param name="filter">Whose scores.</param>
    /// <param name="service">A service; null: all, with the providers.</param>
    /// <param name="regions">The service by which the regions are rated; null: no rating.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ScoreBook?> FindAsync(
        ScoreAccess access, ScoreFilter filter, string? service, string? regions, string language, CancellationToken cancellationToken)
    {
        var place = new ScorePlace(filter.Region);
        if (!access.Sees(place) || (service is not null && !access.SeesService(service, place)) || (regions is not null && !access.SeesService(regions, default)))
            return null;
        var everything = access.PassesGate;
        var book = await EmptyAsync(access, filter, language, cancellationToken) with
        {
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
            Sheets = Sheets(services, id => reader.ServiceAsync(id, filter, everything, cancellationToken), cancellationToken),
        };
    }

    private async Task<ScoreBook> EmptyAsync(ScoreAccess access, ScoreFilter filter, string language, CancellationToken cancellationToken)
    {
        var scope = filter.Region is null ? access.Scope with { Regions = [] } : StaffScope.Everything;
        var updatedAt = await staffScores.UpdatedAtAsync(cancellationToken);
        return new ScoreBook(
            language, staffTexts.Scope(scope, language), filter.Region, filter.Period, access.PassesGate, updatedAt, [], [], AsyncEnumerable.Empty<ServiceScores>(), Rating: null);
    }

    /// <summary>The services that have something to show, read one by one as they are written.</summary>
    private static async IAsyncEnumerable<ServiceScores> Sheets(
        IReadOnlyList<ServiceSummary> services, Func<string, Task<ServiceScores>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var service in services.Where(service => service.Score?.Mean is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await read(service.Service);
        }
    }
}
