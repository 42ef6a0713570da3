using Bot.Conversations;
using Bot.Hosting.Keys;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Hosting.Keys;

public class ConversationIdsTests
{
    private static readonly string Key = KeyText.NewKey();
    private static readonly ConversationKey Chat = new(ChannelNames.Telegram, "77001234567");

    [Fact]
    public void The_id_is_the_same_for_the_same_chat_and_key_and_another_for_any_other()
    {
        var id = Id(Key, Chat);
        Assert.Equal(id, Id(Key, Chat));
        Assert.Matches("^t-[A-Za-z0-9_-]{24}$", id);
        Assert.NotEqual(id, Id(KeyText.NewKey(), Chat));
        Assert.NotEqual(id, Id(Key, Chat with { ChatId = "77001234568" }));
        Assert.NotEqual(id[1..], Id(Key, Chat with { Channel = ChannelNames.Web })[1..]);
        Assert.DoesNotContain(Chat.ChatId, id, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rings_have_no_part_in_it_so_they_can_be_rotated()
    {
        var rotated = new KeyOptions { RespondentKey = Key, PrivacyKeys = KeyText.NewRing(), WebKeys = KeyText.NewRing(), InvitationKeys = KeyText.NewRing() };
        Assert.Equal(Id(Key, Chat), new ConversationIds(Options.Create(rotated)).Of(Chat));
    }

    private static string Id(string key, ConversationKey chat) => new ConversationIds(Options.Create(new KeyOptions { RespondentKey = key })).Of(chat);
}
