using Bot.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Conversations;

public sealed class CardSweepTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_cannot_be_read_does_not_keep_the_cards_of_the_others()
    {
        await using var first = await BotHost.StartAsync(new BotHostOptions { Time = new FakeTimeProvider(Start) });
        var talks = new List<Talk>();
        for (var chat = 1; chat <= 20; chat++)
        {
            talks.Add(await new Talk(first, $"{chat}").BeginAsync());
            await first.Get<IConversationRunner>().CardDueAsync(talks[^1].Key, Start.AddSeconds(chat), Stop);
        }

        await using var db = first.Open();
        var broken = await db.Conversations.OrderBy(c => c.CardDueAt).Select(c => c.Id).FirstAsync(Stop);
        await db.Responses.Where(r => r.RespondentId == broken).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, "{"), Stop);

        await using var second = await BotHost.StartAsync(new BotHostOptions { Folder = first.Folder, Time = new FakeTimeProvider(Start.AddMinutes(1)) });
        await second.Get<CardSweep>().SweepAsync(Stop);

        Assert.Equal([broken], await db.Conversations.Where(c => c.CardDueAttempts == 0).Select(c => c.Id).ToListAsync(Stop));
    }
}
