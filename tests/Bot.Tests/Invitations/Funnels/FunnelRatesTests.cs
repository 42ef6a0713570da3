using Bot.Invitations.Funnels;
using Xunit;

namespace Bot.Tests.Invitations.Funnels;

public sealed class FunnelRatesTests
{
    [Theory]
    [InlineData("Completed", "Completed", "1.1", "Interview")]
    [InlineData("Opened", "Refused", "2.111", "Refusal")]
    [InlineData("Started", "Withdrawn", "4.10", "NotEligible")]
    [InlineData("Started", "Waiting", "4.10", "NotEligible")]
    [InlineData("Invited", "Blocked", "3.30", "Unknown")]
    [InlineData("Delivered", "Blocked", "2.112", "Refusal")]
    [InlineData("Invited", "Failed", "3.30", "Unknown")]
    [InlineData("Invited", "Unsent", "3.11", "Unknown")]
    [InlineData("Invited", "Expired", "3.19", "Unknown")]
    [InlineData("Delivered", "Pending", "2.20", "NonContact")]
    [InlineData("Opened", "Expired", "2.1121", "Refusal")]
    [InlineData("Started", "Pending", "2.12", "Refusal")]
    public void Each_end_has_its_code(string step, string end, string code, string group)
    {
        var aapor = AaporCode.Of(Enum.Parse<FunnelStep>(step), Enum.Parse<FunnelEnd>(end));
        Assert.Equal((code, group), (aapor.Number, aapor.Group.ToString()));
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
