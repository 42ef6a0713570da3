using Bot.Tests.Alerts;
using Xunit;

namespace Bot.Tests.Cases;

public sealed class CaseReminderTests
{
    private const string Open = "c.cases.o.3102008.-.timing";

    [Fact]
    public async Task The_owner_is_reminded_a_day_before_the_limit_and_when_it_is_over_and_once_each()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await using var second = await desk.StartAnotherAsync();
        var talk = await desk.SignInAsync();
        await talk.PressAsync(Open, null);
        var limit = new DateOnly(2026, 12, 2);
        desk.GoTo(limit.AddDays(-1), 17, 59);
        Assert.Empty(await desk.AnnounceAsync());
        desk.GoTo(limit.AddDays(-1), 18);
        await Task.WhenAll(desk.AnnounceAsync(), desk.AnnounceAsync(second));
        Assert.StartsWith("Завтра истекает срок.\n\nСлучай\n", Assert.Single(desk.Channel.Shown).Card.Text, StringComparison.Ordinal);
        desk.GoTo(limit, 18);
        Assert.StartsWith("Срок истек.\n\nСлучай\n", Assert.Single(await desk.AnnounceAsync()).Text, StringComparison.Ordinal);
        desk.GoTo(limit.AddDays(9), 12);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Theory]
    [InlineData("Исправлено")]
    [InlineData("Передать другим")]
    public async Task Nobody_is_reminded_of_what_is_done_or_handed_on(string button)
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        await talk.PressAsync(Open, null);
        await talk.TapAsync(button);
        desk.GoTo(new DateOnly(2026, 12, 3), 12);
        Assert.Empty(await desk.AnnounceAsync());
    }

    [Fact]
    public async Task Who_has_lost_the_right_to_see_a_case_is_not_reminded_of_it()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var talk = await desk.SignInAsync();
        await talk.PressAsync(Open, null);
        await talk.TypeAsync("/logout");
        desk.GoTo(new DateOnly(2026, 12, 3), 12);
        Assert.Empty(await desk.AnnounceAsync());
    }
}
