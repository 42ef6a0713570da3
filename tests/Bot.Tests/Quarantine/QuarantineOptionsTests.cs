using Bot.Quarantine;
using Xunit;

namespace Bot.Tests.Quarantine;

public sealed class QuarantineOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_judge_nobody()
    {
        var options = new QuarantineOptions();
        Assert.True(new QuarantineOptionsValidator().Validate(null, options).Succeeded);
        Assert.Equal((false, 1d, 2d, 30, 5, 10), (options.Enabled, options.SecondsPerRating, options.SecondsPerEqualRating, options.SubmitsPerLink, options.SubmitsPerPerson, options.BurstMinutes));
    }

    [Fact]
    public void Every_wrong_value_is_refused_with_its_name_and_range()
    {
        var wrong = new QuarantineOptions { SecondsPerRating = 2.5, SecondsPerEqualRating = 2, SubmitsPerLink = 0, SubmitsPerPerson = 1001, BurstMinutes = 1441 };
        Assert.Equal(
            [
                "Quarantine:SecondsPerEqualRating must lie between 2.5 and 30, but is 2.",
                "Quarantine:SubmitsPerLink must lie between 1 and 100000, but is 0.",
                "Quarantine:SubmitsPerPerson must lie between 1 and 1000, but is 1001.",
                "Quarantine:BurstMinutes must lie between 1 and 1440, but is 1441.",
            ],
            new QuarantineOptionsValidator().Validate(null, wrong).Failures);
        Assert.Equal(
            "Quarantine:SecondsPerRating must lie between 0 and 10, but is NaN.",
            new QuarantineOptionsValidator().Validate(null, new QuarantineOptions { SecondsPerRating = double.NaN }).Failures?.First());
    }
}
