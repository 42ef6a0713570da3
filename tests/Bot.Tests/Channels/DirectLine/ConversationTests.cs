using System.Text.Json.Nodes;
using Bot.Conversations;
using Bot.Conversations.Sharing;
using Bot.Hosting.Keys;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Channels.DirectLine;

public class ConversationTests
{
    private readonly ScriptedRunner _runner = new();

    [Fact]
    public async Task A_conversation_begins_with_start_and_the_first_card()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var socket = await client.OpenStreamAsync();
        var (activities, watermark) = await DirectLineClient.ReceiveAsync(socket, 1);
        var start = Assert.Single(_runner.Messages);
        Assert.Equal(new MessagePayload.Text("/start"), start.Payload);
        Assert.Equal(("web", "kk-KZ"), (start.Conversation.Channel, start.LanguageHint));
        Assert.NotEmpty(watermark);
        Assert.Equal((string)activities[0]["id"]!, Assert.Single(_runner.Shown));
    }

    [Fact]
    public async Task A_card_has_the_names_and_shapes_of_the_published_schema()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        var card = (await client.ReadActivitiesAsync())["activities"]![0]!.AsObject();
        Assert.True(card.Remove("id") && card.Remove("timestamp"));
        Assert.Equal(
            $$$"""
            {"type":"message","channelId":"directline","from":{"id":"bot","role":"bot"},"conversation":{"id":"{{{client.Conversation}}}"},"textFormat":"plain",
            "text":"Портал жылдам жұмыс істеді.","locale":"kk-KZ","inputHint":"expectingInput","suggestedActions":{"actions":[
            {"type":"messageBack","title":"1","value":"a.1.1","displayText":"1 – мүлдем жоқ","text":"1 – мүлдем жоқ"},
            {"type":"messageBack","title":"5","value":"a.1.5","displayText":"5","text":"5"},
            {"type":"messageBack","title":"Артқа","value":"b.1","displayText":"Артқа","text":"Артқа"}]}}
            """.ReplaceLineEndings(""),
            card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task What_somebody_sends_is_echoed_before_the_reply_under_its_client_id_and_the_tokens_person()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var socket = await client.OpenStreamAsync();
        var id = await client.PressAsync("a.1.5", "client-1");
        var (activities, _) = await DirectLineClient.ReceiveAsync(socket, 3);
        Assert.Equal(["Портал жылдам жұмыс істеді.", "5", "Басылды: a.1.5"], activities.Select(a => (string)a["text"]!));
        var echo = activities[1];
        Assert.Equal(id, (string)echo["id"]!);
        Assert.Equal("client-1", (string)echo["channelData"]!["clientActivityID"]!);
        Assert.Equal("user", (string)echo["from"]!["role"]!);
        var press = _runner.Messages.Last();
        Assert.Equal(press.Conversation.ChatId, (string)echo["from"]!["id"]!);
        Assert.Equal(new MessagePayload.Press("a.1.5"), press.Payload);
        Assert.Equal(("client-1", "ru-RU"), (press.UpdateId, press.LanguageHint));
        Assert.All(activities, a => Assert.Null(a["replyToId"]));
    }

    [Fact]
    public async Task The_same_message_sent_again_is_echoed_once_and_shows_the_current_card_once()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        var first = await client.SayAsync("5", "client-1");
        Assert.Equal(first, await client.SayAsync("5", "client-1"));
        Assert.Equal(["Портал жылдам жұмыс істеді.", "5", "Жазылды: 5"], DirectLineClient.Texts(await client.ReadActivitiesAsync()));
        Assert.Equal(2, _runner.Messages.Count);
    }

    [Fact]
    public async Task Messages_without_an_id_or_a_time_are_all_new_and_with_a_time_are_known_again()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        await client.SayAsync("5");
        await client.SayAsync("5");
        Assert.Equal(3, _runner.Messages.Count);
        for (var i = 0; i < 2; i++)
            await client.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "4", ["localTimestamp"] = "2026-03-12T10:00:00+05:00" });
        Assert.Equal(4, _runner.Messages.Count);
    }

    [Fact]
    public async Task An_unchanged_card_is_shown_again_below_a_message_since_its_buttons_vanish_there()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        await client.SayAsync("/start");
        Assert.Equal(["Портал жылдам жұмыс істеді.", "/start", "Портал жылдам жұмыс істеді."], DirectLineClient.Texts(await client.ReadActivitiesAsync()));
    }

    [Fact]
    public async Task A_start_payload_is_used_once()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host, start: "svc_1403024_e");
        await client.SendJsonAsync(HttpMethod.Post, "conversations");
        await client.ReconnectAsync();
        await using var restarted = await WebChatHost.StartAsync(_runner, before: host);
        using var again = new DirectLineClient(restarted) { Token = client.Token, Conversation = client.Conversation };
        await again.ReconnectAsync();
        Assert.Equal(new MessagePayload.Text("/start svc_1403024_e"), Assert.Single(_runner.Messages).Payload);
    }

    [Fact]
    public async Task A_new_conversation_of_a_known_person_shows_the_current_card_without_another_start()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var first = await DirectLineClient.BeginAsync(host);
        await first.PressAsync("a.1.5");
        using var second = await DirectLineClient.BeginAsync(host, cookies: first.Cookies);
        Assert.NotEqual(first.Conversation, second.Conversation);
        Assert.Equal(["Басылды: a.1.5"], DirectLineClient.Texts(await second.ReadActivitiesAsync()));
        Assert.Equal(2, _runner.Messages.Count);
    }

    [Fact]
    public async Task A_turn_in_one_window_shows_the_current_card_in_the_others_and_nothing_twice_in_its_own()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        _runner.Changed = key => host.Get<IConversationBus>().Publish(host.Get<ConversationIds>().Of(key));
        using var first = await DirectLineClient.BeginAsync(host);
        using var second = await DirectLineClient.BeginAsync(host, cookies: first.Cookies);
        using var own = await first.OpenStreamAsync();
        using var other = await second.OpenStreamAsync();
        await DirectLineClient.ReceiveAsync(own, 1);
        await DirectLineClient.ReceiveAsync(other, 1);
        await first.PressAsync("a.1.5");
        Assert.Equal("Басылды: a.1.5", (string)(await DirectLineClient.ReceiveAsync(other, 1)).Activities.Single()["text"]!);
        await first.SayAsync("4");
        var (activities, _) = await DirectLineClient.ReceiveAsync(own, 4);
        Assert.Equal(["5", "Басылды: a.1.5", "4", "Жазылды: 4"], activities.Select(a => (string)a["text"]!));
    }

    [Fact]
    public async Task A_card_nobody_asked_for_reaches_the_open_sockets_of_its_person_once()
    {
        await using var host = await WebChatHost.StartAsync(_runner);
        using var client = await DirectLineClient.BeginAsync(host);
        using var socket = await client.OpenStreamAsync();
        await DirectLineClient.ReceiveAsync(socket, 1);
        var channel = Assert.Single(host.Services.GetServices<Bot.Channels.IChannel>(), c => c.Name == ChannelNames.Web);
        var card = ScriptedRunner.First with { Text = "Жалғастырасыз ба?" };
        var person = _runner.Messages.First().Conversation;
        for (var i = 0; i < 2; i++)
            await channel.ShowAsync(person, card, null, TestContext.Current.CancellationToken);
        await client.SayAsync("иә");
        var (activities, _) = await DirectLineClient.ReceiveAsync(socket, 3);
        Assert.Equal(["Жалғастырасыз ба?", "иә", "Жазылды: иә"], activities.Select(a => (string)a["text"]!));
    }
}
