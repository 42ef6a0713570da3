using Bot.Invitations.Places;
using Bot.Jobs;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Xunit;

namespace Bot.Tests.Quarantine;

public sealed class BurstJobTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 4)]
    public async Task More_submits_through_one_link_than_the_limit_are_a_burst_with_all_that_came_before(int submits, int doubted)
    {
        await using var watched = await WatchedHost.StartAsync(submitsPerLink: 3);
        for (var i = 0; i < submits; i++)
            await watched.AnswerAsync($"700{i}", seconds: 4);
        await watched.AnswerAsync("8000", seconds: 4, start: "/start svc_2602001_e_abai");
        Assert.Equal(submits + 1, await watched.CountedAsync());

        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal(submits + 1 - doubted, await watched.CountedAsync());
        Assert.Equal(doubted, (await watched.ResponsesAsync()).Count(r => r is { Quarantine: QuarantineStatus.Suspected, QuarantineReason: "link_burst" }));

        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal(doubted == 0 ? 0 : 1, (await watched.AuditAsync()).Count);
    }

    [Fact]
    public async Task What_came_slowly_enough_is_no_burst()
    {
        await using var watched = await WatchedHost.StartAsync(submitsPerLink: 3);
        for (var i = 0; i < 6; i++)
        {
            await watched.AnswerAsync($"700{i}", seconds: 4);
            watched.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal(6, await watched.CountedAsync());
    }

    [Fact]
    public async Task A_released_response_is_not_doubted_again_though_its_burst_goes_on()
    {
        await using var watched = await WatchedHost.StartAsync(submitsPerLink: 3);
        for (var i = 0; i < 4; i++)
            await watched.AnswerAsync($"700{i}", seconds: 4);
        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        var all = (await watched.ResponsesAsync()).Select(r => r.Id).ToList();
        Assert.Equal(4, await watched.Host.Get<QuarantineDesk>().ReleaseAsync(all, "test", Stop));

        await watched.AnswerAsync("7009", seconds: 4);
        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal(4, await watched.CountedAsync());
        Assert.Equal(all, (await watched.ResponsesAsync()).Where(r => r.Counted is not null).Select(r => r.Id));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 0)]
    public async Task More_submits_of_one_person_than_the_limit_are_a_burst(int submits, long counted)
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds: 4);
        for (var i = 1; i < submits; i++)
        {
            await talk.TypeAsync("/start svc_2602001_e_astana");
            await talk.TapAsync("Услуга получена снова");
            await talk.TapAsync("Услуга получена полностью");
            await watched.RateAsync(talk, seconds: 4);
        }

        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal(counted, await watched.CountedAsync());
        Assert.Equal(submits - counted, (await watched.ResponsesAsync()).Count(r => r is { Quarantine: QuarantineStatus.Suspected, QuarantineReason: "person_burst" }));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 4)]
    public async Task The_code_of_a_place_has_a_limit_of_its_own_within_an_hour(int submits, int doubted)
    {
        await using var watched = await WatchedHost.StartAsync(submitsPerLink: 1, placeSubmitsPerHour: 3);
        for (var i = 0; i < submits; i++)
        {
            await watched.AnswerAsync($"700{i}", seconds: 4, start: Place(watched, "ЦОН № 3"));
            watched.Clock.Advance(TimeSpan.FromMinutes(17));
        }

        await watched.AnswerAsync("8000", seconds: 4, start: Place(watched, "ЦОН № 4"));
        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal(submits + 1 - doubted, await watched.CountedAsync());
        Assert.Equal(doubted, (await watched.ResponsesAsync()).Count(r => r is { Quarantine: QuarantineStatus.Suspected, QuarantineReason: "place_burst" }));
    }

    [Theory]
    [InlineData("ЦОН № 3", 29, "place_repeat")]
    [InlineData("ЦОН № 3", 31, null)]
    [InlineData("ЦОН № 4", 0, null)]
    public async Task One_person_counts_once_for_a_service_by_the_code_of_a_place_and_is_told_nothing(string second, int days, string? reason)
    {
        await using var watched = await WatchedHost.StartAsync();
        var talk = await watched.AnswerAsync("7001", seconds: 4, start: Place(watched, "ЦОН № 3"));
        watched.Clock.Advance(TimeSpan.FromDays(days));
        await talk.TypeAsync(Place(watched, second));
        if (days < 30)
            await talk.TapAsync("Услуга получена снова");
        await talk.TapAsync("Услуга получена полностью");
        await watched.RateAsync(talk, seconds: 4);
        Assert.StartsWith("Спасибо!", talk.Card.Text, StringComparison.Ordinal);
        await watched.Host.Get<BurstJob>().ExecuteAsync(Stop);
        Assert.Equal([null, reason], (await watched.ResponsesAsync()).Select(r => r.QuarantineReason));
        Assert.Equal(reason is null ? 2 : 1, await watched.CountedAsync());
    }

    private static string Place(WatchedHost watched, string label) =>
        "/start " + watched.Host.Get<PlaceCodes>().Write(new PlaceCode("2602001", "electronic", "astana", PlaceCode.PlaceOf(label)));
}
