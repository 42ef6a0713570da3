using Bot.Persistence;
using Bot.Survey.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Bot.Scores;

/// <summary>
/// The scores as a reader may see them: everything for administrators, through the publish gate for all others. Without a filter they are the
/// stored ones; with one they are computed from the cells.
/// </summary>
internal sealed class ScoreReader(
    IDbContextFactory<BotDbContext> contexts, ScoreSnapshots snapshots, ScoreComputer computer, ScoringForms forms, ScoreGate gate, ScorePeriods periods)
{
    /// <summary>All services of the catalogue in its order.</summary>
    public async Task<IReadOnlyList<ServiceSummary>> ServicesAsync(ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var stored = IsStored(filter) ? await snapshots.ServicesAsync(cancellationToken) : [];
        var services = new List<ServiceSummary>();
        foreach (var service in computer.Catalogue.Services)
        {
            var scores = IsStored(filter)
                ? FormSlice.Of(Gated(stored.GetValueOrDefault(service.Id) ?? Nobody(service.Id), everything), filter.Form)
                : await ServiceAsync(service.Id, filter, everything, cancellationToken);
            services.Add(new ServiceSummary(scores.Service, scores.Respondents, scores.Score));
        }

        return services;
    }

    public async Task<ServiceScores> ServiceAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken) =>
        FormSlice.Of(await AllFormsAsync(id, filter with { Form = null }, everything, cancellationToken), filter.Form);

    public async Task<IReadOnlyList<ProviderSummary>> ProvidersAsync(ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var providers = new List<ProviderSummary>();
        foreach (var provider in computer.Catalogue.Providers)
        {
            var scores = await ProviderAsync(provider.Id, filter, everything, cancellationToken);
            providers.Add(new ProviderSummary(scores.Provider, scores.Score, scores.Weighted));
        }

        return providers;
    }

    public async Task<ProviderScores> ProviderAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        if (filter == ScoreFilter.None && await snapshots.FindProviderAsync(id, cancellationToken) is { } stored)
            return everything ? stored : gate.Apply(stored);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var services = computer.ServicesOf(id).ToList();
        filter = await periods.EffectiveAsync(db, services, filter, everything, cancellationToken);
        var scores = computer.Provider(id, await ScoreTallies.ReadAsync(db, forms, services, filter, cancellationToken)) with { Period = filter.Period };
        return everything ? scores : gate.Apply(scores);
    }

    /// <summary>The rating of regions. A region in the filter leaves that row alone, with the place it has among all.</summary>
    public async Task<RegionRating> RegionsAsync(string serviceId, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var rating = await AllRegionsAsync(serviceId, filter with { Region = null, Form = null }, everything, cancellationToken);
        rating = FormSlice.Of(rating, filter.Form, ScoreGate.Ranks(everything));
        return filter.Region is { } region ? rating with { Rows = [.. rating.Rows.Where(r => r.Region == region)] } : rating;
    }

    private async Task<RegionRating> AllRegionsAsync(string serviceId, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        var rating = filter == ScoreFilter.None ? await snapshots.FindRegionsAsync(serviceId, cancellationToken) : null;
        if (rating is null)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            filter = await periods.EffectiveAsync(db, [serviceId], filter, everything, cancellationToken);
            rating = computer.Regions(serviceId, await ScoreTallies.ReadByRegionAsync(db, forms, serviceId, filter, cancellationToken)) with { Period = filter.Period };
        }

        return everything ? rating : gate.Apply(rating);
    }

    private async Task<ServiceScores> AllFormsAsync(string id, ScoreFilter filter, bool everything, CancellationToken cancellationToken)
    {
        if (IsStored(filter))
            return Gated(await snapshots.FindServiceAsync(id, cancellationToken) ?? Nobody(id), everything);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        filter = await periods.EffectiveAsync(db, [id], filter, everything, cancellationToken);
        var scores = computer.Service(id, await ScoreTallies.ReadAsync(db, forms, [id], filter, cancellationToken)) with { Period = filter.Period };
        return !everything && await IsHiddenAsync(id, filter, cancellationToken) ? ScoreGate.Hide(scores) : Gated(scores, everything);
    }

    /// <summary>Whether the region asked for is hidden in the rating, so that it may not be had by asking for it alone either.</summary>
    private async Task<bool> IsHiddenAsync(string serviceId, ScoreFilter filter, CancellationToken cancellationToken) =>
        filter.Region is not null
        && (await RegionsAsync(serviceId, filter, everything: false, cancellationToken)).Rows.Any(r => r.Combined?.Status == ScoreStatus.TooFew);

    private static bool IsStored(ScoreFilter filter) => filter with { Form = null } == ScoreFilter.None;

    private ServiceScores Gated(ServiceScores scores, bool everything) => everything ? scores : gate.Apply(scores);

    private ServiceScores Nobody(string id) => computer.Service(id, new Dictionary<TallyKey, FormTally>());
}
