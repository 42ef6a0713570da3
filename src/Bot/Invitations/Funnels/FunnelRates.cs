namespace Bot.Invitations.Funnels;

/// <summary>Rates by the AAPOR's Standard Definitions in percent; null where nobody is in the denominator.</summary>
/// <param name="Rr1">Response rate 1, I / (I + R + NC + UO): the most careful one. Without partial interviews response rate 2 is the same.</param>
/// <param name="Coop1">Cooperation rate 1, I / (I + R): of those who came.</param>
/// <param name="Ref1">Refusal rate 1, R / (I + R + NC + UO).</param>
/// <param name="Con1">Contact rate 1, (I + R) / (I + R + NC + UO).</param>
/// <param name="Completion">I / (I + break-offs): of those who began and had something to rate; one minus the break-off rate.</param>
internal sealed record FunnelRates(decimal? Rr1, decimal? Coop1, decimal? Ref1, decimal? Con1, decimal? Completion)
{
    private const int Digits = 2;

    public static FunnelRates Of(IReadOnlyDictionary<AaporCode, long> codes)
    {
        var (interviews, refusals) = (In(AaporGroup.Interview), In(AaporGroup.Refusal));
        var eligible = interviews + refusals + In(AaporGroup.NonContact) + In(AaporGroup.Unknown);
        var broken = codes.Where(c => c.Key.IsBreakOff).Sum(c => c.Value);
        return new FunnelRates(
            Share(interviews, eligible), Share(interviews, interviews + refusals), Share(refusals, eligible), Share(interviews + refusals, eligible), Share(interviews, interviews + broken));

        long In(AaporGroup group) => codes.Where(c => c.Key.Group == group).Sum(c => c.Value);
    }

    private static decimal? Share(long part, long whole) => whole == 0 ? null : Math.Round(100m * part / whole, Digits, MidpointRounding.AwayFromZero);
}
