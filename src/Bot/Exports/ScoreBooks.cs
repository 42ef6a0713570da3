using System.Runtime.CompilerServices;
using Bot.Managers;
using Bot.Scores;

namespace Bot.Exports;

/// <summary>Collects what a workbook holds: within the scope of the person or the key, and through the gate. Null: not for them.</summary>
internal sealed class ScoreBooks(StaffScores scores, StaffTexts staffTexts)
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
        var rating = regions is null ? null : await scores.RegionsAsync(access, filter, regions, cancellationToken);
        var sheet = service is null ? null : await scores.ServiceAsync(access, filter, service, cancellationToken);
        if ((regions is not null && rating is null) || (service is not null && sheet is null))
            return null;
        var book = await EmptyAsync(access, filter, language, cancellationToken) with { Rating = rating };
        if (sheet is not null)
            return book with { Sheets = new[] { sheet }.ToAsyncEnumerable() };
        if (rating is not null)
            return book;
        return await scores.ServicesAsync(access, filter, cancellationToken) is { } services && await scores.ProvidersAsync(access, filter, cancellationToken) is { } providers
            ? book with { Services = services, Providers = providers, Sheets = Sheets(access, filter, services, cancellationToken) }
            : null;
    }

    private async Task<ScoreBook> EmptyAsync(ScoreAccess access, ScoreFilter filter, string language, CancellationToken cancellationToken)
    {
        var scope = filter.Region is null ? access.Scope with { Regions = [] } : StaffScope.Everything;
        var updatedAt = await scores.UpdatedAtAsync(cancellationToken);
        return new ScoreBook(
            language, staffTexts.Scope(scope, language), filter.Region, filter.Period, access.PassesGate, updatedAt, [], [], AsyncEnumerable.Empty<ServiceScores>(), Rating: null);
    }

    /// <summary>The services that have something to show, read one by one as they are written.</summary>
    private async IAsyncEnumerable<ServiceScores> Sheets(
        ScoreAccess access, ScoreFilter filter, IReadOnlyList<ServiceSummary> services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var service in services.Where(service => service.Score?.Mean is not null))
        {
            if (await scores.ServiceAsync(access, filter, service.Service, cancellationToken) is { } sheet)
                yield return sheet;
        }
    }
}
