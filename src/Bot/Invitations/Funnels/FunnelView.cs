using System.Globalization;

namespace Bot.Invitations.Funnels;

/// <summary>A funnel as programs read it.</summary>
/// <param name="Invited">Invitations given out or sent.</param>
/// <param name="Delivered">Those that arrived as far as is known: by a message of ours, or because the link was opened.</param>
/// <param name="Ends">What became of them, each once: completed, refused, withdrawn, waiting, blocked, failed, unsent, expired, pending.</param>
/// <param name="Aapor">The same by the codes of the AAPOR's Standard Definitions.</param>
internal sealed record FunnelView(
    long Invited, long Delivered, long Opened, long Started, long Completed,
    IReadOnlyDictionary<string, long> Ends, IReadOnlyDictionary<string, long> Aapor, FunnelRates Rates)
{
    /// <summary>The id of an end, as files and programs have it.</summary>
    public static string Id(FunnelEnd end) => end.ToString().ToLower(CultureInfo.InvariantCulture);

    public static FunnelView Of(FunnelCounts counts) => new(
        counts.Invited, counts.Reached(FunnelStep.Delivered), counts.Reached(FunnelStep.Opened), counts.Reached(FunnelStep.Started), counts.Completed,
        Enum.GetValues<FunnelEnd>().ToDictionary(Id, counts.Of, StringComparer.Ordinal),
        counts.Codes().ToDictionary(c => c.Key.Number, c => c.Value, StringComparer.Ordinal),
        counts.Rates());
}
