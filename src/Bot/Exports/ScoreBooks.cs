using System.Runtime.CompilerServices;
using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Localization;

namespace Bot.Exports;

/// <summary>Collects what a workbook holds: for staff within their scope, for programs through the gate of their key. Null: not for them.</summary>
internal sealed class ScoreBooks(StaffScores staffScores, ScoreReader reader, StaffTexts staffTexts, TextCatalogue texts)
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
    public async Task<ScoreBook?> OfRegionsAsync(ScoreAccess access, string service, string language, CancellationToken cancellationToken) =>
        await staffScores.RegionsAsync(access, default, service, cancellationToken) is { } rating
            ? await EmptyAsync(access, default, language, cancellationToken) with { Rating = rating }
            : null;

    /// <param name="filter">Whose scores.</param>
    /// <param name="service">A service; null: all, with the providers.</param>
    /// <param name="regions">The service by which the regions are rated; null: no rating.</param>
    /// <param name="everything">Whether the gate does not hold.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ScoreBook> OfFilterAsync(
        ScoreFilter filter, string? service, string? regions, bool everything, string language, CancellationToken cancellationToken)
    {
        var isAll = service is null && regions is null;
        var services = isAll ? await reader.ServicesAsync(filter, everything, cancellationToken) : [];
        return new ScoreBook(
            language, texts.Get(language, "staff.scope_all"), filter.Region, filter.Period, everything, await staffScores.UpdatedAtAsync(cancellationToken), services,
            isAll ? await reader.ProvidersAsync(filter, everything, cancellationToken) : [],
            service is null ? Sheets(services, async id => await reader.ServiceAsync(id, filter, everything, cancellationToken), cancellationToken)
                : new[] { await reader.ServiceAsync(service, filter, everything, cancellationToken) }.ToAsyncEnumerable(),
            regions is null ? null : await reader.RegionsAsync(regions, filter, everything, cancellationToken));
    }

    private async Task<ScoreBook> EmptyAsync(ScoreAccess access, ScorePlace place, string language, CancellationToken cancellationToken) => new(
        language, staffTexts.Scope(place.Region is null ? access.Scope with { Regions = [] } : StaffScope.Everything, language), place.Region, Period: null, access.PassesGate, await staffScores.UpdatedAtAsync(cancellationToken),
        [], [], AsyncEnumerable.Empty<ServiceScores>(), Rating: null);

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
