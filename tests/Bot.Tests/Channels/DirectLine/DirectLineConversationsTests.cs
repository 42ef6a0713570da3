using System.Globalization;
using Bot.Channels.DirectLine;
using Bot.Channels.DirectLine.Protocol;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class DirectLineConversationsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_transcript_keeps_the_newest_200_activities()
    {
        var transcript = new Transcript(first: 1);
        for (var i = 0; i < 250; i++)
            transcript.Append(number => new Activity { Id = number.ToString(CultureInfo.InvariantCulture) });
        var (activities, watermark) = transcript.Read(null);
        Assert.Equal((200, "51", 250), (activities.Count, activities[0].Id, watermark));
    }

    [Fact]
    public void A_conversation_is_forgotten_some_minutes_after_its_last_reader_left()
    {
        var conversations = new DirectLineConversations(_time);
        var watched = conversations.Get(Claims("watched"), out _);
        watched.SocketOpened();
        conversations.Get(Claims("left"), out _);
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Same(watched, conversations.Get(Claims("watched"), out var isNew));
        Assert.False(isNew);
        Assert.Equal([watched], conversations.WatchedBy("person"));
        conversations.Get(Claims("left"), out isNew);
        Assert.True(isNew);

        watched.SocketClosed();
        _time.Advance(TimeSpan.FromMinutes(4));
        conversations.Get(Claims("watched"), out isNew);
        Assert.False(isNew);
        Assert.Empty(conversations.WatchedBy("person"));
    }

    [Fact]
    public void The_longest_unused_conversations_give_way_when_there_are_too_many()
    {
        var conversations = new DirectLineConversations(_time);
        for (var i = 0; i <= 10_000; i++)
        {
            conversations.Get(Claims(i.ToString(CultureInfo.InvariantCulture)), out _);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        conversations.Get(Claims("9999"), out var isNew);
        Assert.False(isNew);
        conversations.Get(Claims("0"), out isNew);
        Assert.True(isNew);
    }

    private static TokenClaims Claims(string conversation) => new(conversation, "person", long.MaxValue);
}
