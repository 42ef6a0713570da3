using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>What a service's scores are computed from.</summary>
/// <param name="Forms">The tally of each form.</param>
/// <param name="Parts">The tallies, a form each, of each part (<c>outcome=refused</c>).</param>
/// <param name="Others">By form, the number of people behind every unit among the responses that are left where these are taken from what is shown elsewhere (those of other regions); empty: none.</param>
/// <param name="Period">The days that are counted; null: all.</param>
/// <param name="InRating">The region's row in the published rating, where these are a region's: what is hidden there is hidden here; null: no such row.</param>
internal sealed record ServiceTallies(
    string Service,
    IReadOnlyDictionary<string, FormTally> Forms,
    IReadOnlyDictionary<string, IReadOnlyList<FormTally>> Parts,
    IReadOnlyDictionary<string, long[]> Others,
    ScorePeriod? Period = null,
    RegionRow? InRating = null)
{
    /// <summary>The same of the parts: how many responses are left, by part and form.</summary>
    public IReadOnlyDictionary<(string Part, string Form), long> OtherParts { get; private init; } = new Dictionary<(string Part, string Form), long>();

    /// <summary>Those of one service among tallies that were read together.</summary>
    public static ServiceTallies Of(string service, IReadOnlyDictionary<TallyKey, FormTally> tallies, IReadOnlyDictionary<TallyKey, FormTally>? parts = null, string region = "") => new(
        service,
        tallies.Where(t => t.Key.ServiceId == service && t.Key.RegionId == region).ToDictionary(t => t.Key.Form, t => t.Value, StringComparer.Ordinal),
        (parts ?? new Dictionary<TallyKey, FormTally>()).Where(t => t.Key.ServiceId == service).GroupBy(t => t.Key.Split, StringComparer.Ordinal)
            .ToDictionary(p => p.Key, IReadOnlyList<FormTally> (p) => [.. p.Select(t => t.Value)], StringComparer.Ordinal),
        new Dictionary<string, long[]>(StringComparer.Ordinal));

    /// <summary>The same, known to be a part of a whole.</summary>
    public ServiceTallies Within(ServiceTallies whole) => Within(whole.Forms.ToDictionary(form => form.Key, form => form.Value.Bases(), StringComparer.Ordinal)) with
    {
        OtherParts = whole.Parts.SelectMany(part => part.Value.Select(t => (Key: (part.Key, t.Layout.Form), t.Respondents))).ToDictionary(
            part => part.Key,
            part => part.Respondents - (Parts.GetValueOrDefault(part.Key.Key)?.FirstOrDefault(t => t.Layout.Form == part.Key.Form)?.Respondents ?? 0)),
    };

    /// <summary>The same, known to be a part of a whole whose parts are not looked at.</summary>
    /// <param name="whole">The number of people behind every unit of each form, <see cref="FormTally.Bases"/>.</param>
    public ServiceTallies Within(IReadOnlyDictionary<string, long[]> whole) => this with
    {
        Others = whole.ToDictionary(
            form => form.Key,
            form => Forms.GetValueOrDefault(form.Key) is { } own ? [.. form.Value.Zip(own.Bases(), (all, part) => all - part)] : form.Value,
            StringComparer.Ordinal),
    };
}
