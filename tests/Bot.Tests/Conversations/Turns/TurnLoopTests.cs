using Bot.Conversations;
using Bot.Conversations.Turns;
using Bot.Hosting.Keys;
using Bot.Invitations;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Conversations.Turns;

public sealed class TurnLoopTests
{
    private const int Questions = 9;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_the_presses_of_one_card_that_race_in_two_programs_exactly_one_counts()
    {
        await using var first = await QuietHost.StartAsync();
        await using var second = await QuietHost.StartAsync(folder: first.Folder);
        var talk = await new Talk(first).BeginAsync();
        BotHost[] programs = [first, second];
        for (var question = 0; question < 5; question++)
        {
            var before = await StateAsync(first);
            await Task.WhenAll(Enumerable.Range(1, 5).Select(rating => programs[rating % 2].Get<IConversationRunner>().RunAsync(
                new IncomingMessage(talk.Key, Talk.NextUpdate(), new MessagePayload.Press(talk.Data($"{rating}")), "ru", talk.CardRef), Stop)));
            var after = await StateAsync(first);
            Assert.Equal((before.Revision + 1, before.Answers.Count + 1), (after.Revision, after.Answers.Count));
            await talk.LookAsync();
        }

        await talk.RateAsync();
        await talk.TapAsync("Отправить");
        await using var db = first.Open();
        Assert.Equal(Questions, await db.Answers.CountAsync(a => a.Value != null, Stop));
        Assert.Equal(1, await db.ScoreDeltas.CountAsync(Stop));
    }

    [Fact]
    public async Task A_turn_on_a_stale_cache_entry_is_played_again_from_the_database()
    {
        await using var first = await QuietHost.StartAsync();
        await using var second = await QuietHost.StartAsync(folder: first.Folder);
        var talk = await new Talk(first).BeginAsync();
        talk.Host = second;
        await talk.TypeAsync("4");
        var seen = new List<int>();
        await first.Get<TurnLoop>().RunAsync(talk.Key, first.Get<ConversationIds>().Of(talk.Key), "u-stale", turn =>
        {
            seen.Add(turn.Survey!.State.Answers.Count);
            turn.Row.Language = "kk";
            return Task.CompletedTask;
        }, Stop);
        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public async Task A_survey_that_went_on_elsewhere_is_shown_as_it_is_also_where_a_card_was_due()
    {
        await using var host = await QuietHost.StartAsync();
        var token = (await host.Get<ReceiptDesk>().TakeAsync(new Receipt("r-1", "2602001", "electronic", "astana", "egov_web", null, DateTimeOffset.UnixEpoch), Stop)).Invitation.Token;
        var phone = await new Talk(host).BeginAsync("/start " + token);
        var (old, oldRef) = (phone.Data("5"), phone.CardRef);
        var web = await new Talk(host, "browser", ChannelNames.Web).TypeAsync("/start " + token);
        await web.TapAsync("Продолжить");
        // The sweep is at the card of the phone, and the survey as it was then is in the cache.
        await host.Get<IConversationRunner>().CardDueAsync(phone.Key, QuietHost.NewClock().GetUtcNow(), Stop);
        await web.RateAsync(only: 3);
        await phone.PressAsync(old, oldRef);
        Assert.EndsWith(web.Card.Text, phone.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_the_other_program_has_played_is_known_behind_a_stale_cache_entry()
    {
        await using var first = await QuietHost.StartAsync();
        await using var second = await QuietHost.StartAsync(folder: first.Folder);
        var talk = await new Talk(first).BeginAsync();
        talk.Host = second;
        await talk.TypeAsync("4", "typed");
        talk.Host = first;
        await talk.TypeAsync("4", "typed");
        Assert.Equal(["outcome", "info_clear"], (await StateAsync(first)).Answers.Keys.OrderDescending(StringComparer.Ordinal));
        Assert.Contains("на казахском и русском", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_button_behind_a_stale_cache_entry_shows_the_card_of_now()
    {
        await using var first = await QuietHost.StartAsync();
        await using var second = await QuietHost.StartAsync(folder: first.Folder);
        var talk = await new Talk(first).BeginAsync();
        var (old, cardRef) = (talk.Data("1"), talk.CardRef);
        talk.Host = second;
        await talk.RateAsync("4", only: 3);
        talk.Host = first;
        await talk.PressAsync(old, cardRef);
        Assert.StartsWith("Эта кнопка устарела", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("5");
        Assert.Equal(["4", "4", "4", "5"], (await StateAsync(first)).Answers.Where(a => a.Key != "outcome").Select(a => a.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_hold_up_those_behind()
    {
        await using var host = await QuietHost.StartAsync();
        var loop = host.Get<TurnLoop>();
        var (key, id) = (new ConversationKey(ChannelNames.Web, "1"), "w-1");
        var gate = new TaskCompletionSource();
        var busy = loop.RunAsync(key, id, null, _ => gate.Task, Stop);
        using var impatient = new CancellationTokenSource();
        var givesUp = loop.RunAsync(key, id, null, _ => throw new InvalidOperationException("It was played."), impatient.Token);
        var behind = loop.RunAsync(key, id, null, _ => Task.CompletedTask, Stop);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givesUp);
        gate.SetResult();
        await Task.WhenAll(busy, behind);
    }

    private static async Task<DialogState> StateAsync(BotHost host)
    {
        await using var db = host.Open();
        return DialogJson.Read((await db.Responses.SingleAsync(Stop)).State);
    }
}
