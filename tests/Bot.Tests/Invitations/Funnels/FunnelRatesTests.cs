using Bot.Invitations.Funnels;
using Xunit;

namespace Bot.Tests.Invitations.Funnels;

public sealed class FunnelRatesTests
{
    [Theory]
    [InlineData(FunnelStep.Completed, FunnelEnd.Completed, "1.1", AaporGroup.Interview)]
    [InlineData(FunnelStep.Opened, FunnelEnd.Refused, "2.111", AaporGroup.Refusal)]
    [InlineData(FunnelStep.Started, FunnelEnd.Withdrawn, "4.10", AaporGroup.NotEligible)]
    [InlineData(FunnelStep.Started, FunnelEnd.Waiting, "4.10", AaporGroup.NotEligible)]
    [InlineData(FunnelStep.Invited, FunnelEnd.Blocked, "3.30", AaporGroup.Unknown)]
    [InlineData(FunnelStep.Delivered, FunnelEnd.Blocked, "2.112", AaporGroup.Refusal)]
    [InlineData(FunnelStep.Invited, FunnelEnd.Failed, "3.30", AaporGroup.Unknown)]
    [InlineData(FunnelStep.Invited, FunnelEnd.Unsent, "3.11", AaporGroup.Unknown)]
    [InlineData(FunnelStep.Invited, FunnelEnd.Expired, "3.19", AaporGroup.Unknown)]
    [InlineData(FunnelStep.Delivered, FunnelEnd.Pending, "2.20", AaporGroup.NonContact)]
    [InlineData(FunnelStep.Opened, FunnelEnd.Expired, "2.1121", AaporGroup.Refusal)]
    [InlineData(FunnelStep.Started, FunnelEnd.Pending, "2.12", AaporGroup.Refusal)]
    public void Each_end_has_its_code(FunnelStep step, FunnelEnd end, string code, AaporGroup group)
    {
        var aapor = AaporCode.Of(step, end);
        Assert.Equal((code, group), (aapor.Number, aapor.Group));
    }

    [Fact]
    public void The_rates_are_those_of_the_definitions()
    {
        // I = 50, R = 5 + 10 + 15, NC = 40, UO = 30 + 20; 7 are not eligible.
        var counts = Counts(
            (FunnelStep.Completed, FunnelEnd.Completed, 50), (FunnelStep.Opened, FunnelEnd.Refused, 5), (FunnelStep.Opened, FunnelEnd.Pending, 10), (FunnelStep.Started, FunnelEnd.Expired, 15),
            (FunnelStep.Delivered, FunnelEnd.Expired, 40), (FunnelStep.Invited, FunnelEnd.Pending, 30), (FunnelStep.Invited, FunnelEnd.Blocked, 20), (FunnelStep.Started, FunnelEnd.Waiting, 7));
        Assert.Equal((177, 127, 87, 72, 50), (counts.Invited, counts.Reached(FunnelStep.Delivered), counts.Reached(FunnelStep.Opened), counts.Reached(FunnelStep.Started), counts.Completed));
        // 50/170, 50/80, 30/170, 80/170, 50/65.
        Assert.Equal(new FunnelRates(29.41m, 62.5m, 17.65m, 47.06m, 76.92m), counts.Rates());
    }

    [Fact]
    public void Nobody_gives_no_rate()
    {
        Assert.Equal(new FunnelRates(null, null, null, null, null), Counts().Rates());
        Assert.Equal(new FunnelRates(0, null, 0, 0, null), Counts((FunnelStep.Invited, FunnelEnd.Pending, 3)).Rates());
        Assert.Equal(new FunnelRates(null, null, null, null, null), Counts((FunnelStep.Started, FunnelEnd.Withdrawn, 3)).Rates());
    }

    private static FunnelCounts Counts(params IEnumerable<(FunnelStep Step, FunnelEnd End, long Count)> cells) => new(cells.Select(c => KeyValuePair.Create((c.Step, c.End), c.Count)));
}
