using Bot.Persistence.Entities;
using Bot.Tests.Conversations;
using Bot.Tests.Invitations.Sending;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Invitations;

public sealed class InviteCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_wants_no_invitations_gets_none_until_they_want_them_again()
    {
        await using var desk = await SendingDesk.OpenAsync(("Invitations:CooldownDays", "0"));
        await desk.InviteAsync();
        await desk.SendAsync();
        var talk = await new Talk(desk.Host, SendingDesk.Chat).PressAsync(desk.Channel.Sent[^1].Card.Rows[2][0].Data, "900");
        Assert.StartsWith("Приглашений больше не будет.", talk.Card.Text, StringComparison.Ordinal);
        await using (var db = desk.Host.Open())
        {
            Assert.Equal(desk.Now, (await db.Recipients.SingleAsync(Stop)).OptedOutAt);
            Assert.Equal(desk.Now, (await db.Contacts.SingleAsync(Stop)).OptedOutAt);
            Assert.Equal(desk.Now, (await db.Invitations.SingleAsync(Stop)).RefusedAt);
            Assert.Equal(MessageState.Cancelled, (await db.InvitationMessages.SingleAsync(m => m.Number == 1, Stop)).State);
        }

        var second = await desk.InviteAsync();
        Assert.Empty(await desk.SendAsync());
        Assert.Equal([MessageState.Cancelled], await desk.StatesAsync(second));
        await talk.TypeAsync("/mydata");
        await talk.TapAsync("Приглашения");
        await talk.TapAsync("Снова приглашать");
        Assert.Equal("Приглашения оценить полученную услугу приходят в этот чат.", talk.Card.Text);
        await desk.InviteAsync();
        Assert.Equal([SendingDesk.Chat], await desk.SendAsync());
    }

    [Fact]
    public async Task It_may_be_typed()
    {
        await using var desk = await SendingDesk.OpenAsync();
        await desk.InviteAsync();
        var talk = await new Talk(desk.Host, SendingDesk.Chat).TypeAsync("/invite");
        Assert.Equal("Приглашения оценить полученную услугу приходят в этот чат.", talk.Card.Text);
        await talk.TypeAsync("больше не приглашать");
        Assert.StartsWith("Приглашений больше не будет.", talk.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.SendAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_double_tap_on_an_invitation_is_answered_once(int row)
    {
        await using var desk = await SendingDesk.OpenAsync();
        await desk.InviteAsync();
        await desk.SendAsync();
        var pressed = desk.Channel.Sent[^1].Card.Rows[row][0].Data;
        var talk = await new Talk(desk.Host, SendingDesk.Chat).TypeAsync("/help");
        await talk.PressAsync(pressed, "900");
        Assert.Null(talk.Reply.EditRef);
        var answer = talk.CardRef;
        await talk.PressAsync(pressed, "900");
        Assert.Equal((answer, null), (talk.Reply.EditRef, talk.Reply.RetireRef));
    }

    [Fact]
    public async Task Not_now_keeps_the_invitation()
    {
        await using var desk = await SendingDesk.OpenAsync();
        await desk.InviteAsync();
        await desk.SendAsync();
        var talk = await new Talk(desk.Host, SendingDesk.Chat).PressAsync(desk.Channel.Sent[^1].Card.Rows[1][0].Data, "900");
        Assert.StartsWith("Хорошо.", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Оценить услугу");
        Assert.Contains("Каков результат", talk.Card.Text, StringComparison.Ordinal);
    }
}
