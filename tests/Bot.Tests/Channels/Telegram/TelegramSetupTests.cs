using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public class TelegramSetupTests
{
    private static readonly ICommand[] Commands = [new Command("help", null), new Command("scores", StaffRole.Manager), new Command("grant", StaffRole.Administrator)];

    [Fact]
    public async Task The_webhook_is_set_with_its_secret_and_the_kinds_of_update()
    {
        await using var host = await TelegramHost.StartAsync(("MaxConnections", "80"));
        var call = await host.Api.CalledAsync("setWebhook");
        Assert.Equal(
            ("https://bot.example/telegram/webhook", TelegramHost.Secret, "80", """["message","callback_query","my_chat_member"]"""),
            (call.Get("url"), call.Get("secret_token"), call.Get("max_connections"), call.Get("allowed_updates")));
    }

    [Fact]
    public async Task What_Telegram_does_not_take_is_tried_again_and_holds_up_nothing()
    {
        var runner = new FakeRunner();
        runner.Reply(TurnReply.Nothing); // A card would wait for its answer as long as the set-up does for its next attempt.
        await using var host = await TelegramHost.StartAsync(runner, [], api =>
        {
            api.Next("setWebhook", FakeAnswer.ServerError);
            api.Next("setWebhook", FakeAnswer.TooMany(7200));
        });
        await host.Api.CalledAsync("setWebhook");
        using (var response = await host.PostAsync(Updates.Text(1, 42, "x")))
        {
            Assert.True(response.IsSuccessStatusCode);
        }

        await host.Time.PassAsync(TimeSpan.FromSeconds(2));
        await host.Api.CalledAsync("setWebhook");
        await host.Time.PassAsync(TimeSpan.FromSeconds(7200));
        await host.Api.CalledAsync("setWebhook");
    }

    [Fact]
    public async Task Everybodys_commands_are_listed_in_each_language_and_for_all_others_in_the_first()
    {
        await using var host = await TelegramHost.StartAsync(new FakeRunner(), [], commands: Commands);
        ApiCall[] calls = [await host.Api.CalledAsync("setMyCommands"), await host.Api.CalledAsync("setMyCommands"), await host.Api.CalledAsync("setMyCommands")];
        Assert.Equal(
            [
                ("", """[{"command":"help","description":"help kk"}]"""),
                ("kk", """[{"command":"help","description":"help kk"}]"""),
                ("ru", """[{"command":"help","description":"help ru"}]"""),
            ],
            calls.Select(call => (call.Get("language_code") ?? "", call.Get("commands")!)).Order());
    }

    [Fact]
    public async Task The_profile_is_changed_only_where_it_differs()
    {
        await using var host = await TelegramHost.StartAsync(new FakeRunner(), [], api => api.Next("getMyName", call =>
            Task.FromResult(FakeAnswer.Ok($$"""{"name":"name {{call.Get("language_code") ?? "kk"}}"}"""))));
        ApiCall[] names = [await host.Api.CalledAsync("setMyName"), await host.Api.CalledAsync("setMyName")];
        var descriptions = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Api.CalledAsync("setMyDescription").AsTask()));
        var shorts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Api.CalledAsync("setMyShortDescription").AsTask()));
        Assert.Equal(2, names.Length);
        Assert.Equal(["description kk", "description kk", "description ru"], descriptions.Select(call => call.Get("description")).Order());
        Assert.Equal(["short kk", "short kk", "short ru"], shorts.Select(call => call.Get("short_description")).Order());
    }

    [Fact]
    public async Task Staff_see_the_commands_of_their_role_in_their_chat_until_they_sign_out()
    {
        await using var host = await TelegramHost.StartAsync(new FakeRunner(), [], commands: Commands);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Api.CalledAsync("setMyCommands").AsTask()));
        host.Get<StaffChanges>().Tell(new ConversationKey("web", "41"), StaffRole.Manager);
        host.Get<StaffChanges>().Tell(new ConversationKey("telegram", "42"), StaffRole.Manager);
        var call = await host.Api.CalledAsync("setMyCommands");
        Assert.Equal(
            ("""{"type":"chat","chat_id":42}""", """[{"command":"help","description":"help kk"},{"command":"scores","description":"scores kk"}]"""),
            (call.Get("scope"), call.Get("commands")));
        host.Get<StaffChanges>().Tell(new ConversationKey("telegram", "43"), StaffRole.Administrator);
        host.Get<StaffChanges>().Tell(new ConversationKey("telegram", "42"), role: null);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Api.CalledAsync("deleteMyCommands").AsTask()));
        Assert.Equal(3, host.Api.Calls.Count(administrator => administrator.Get("commands")?.Contains("grant", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_called()
    {
        await using var host = await TelegramHost.StartAsync(("Token", ""));
        Assert.Equal(Bot.Channels.DeliveryStatus.Later, (await host.Channel.ShowAsync(new ConversationKey("telegram", "42"), Cards.Question(), null, CancellationToken.None)).Status);
        using var response = await host.PostAsync(Updates.Text(1, 42, "x"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(host.Api.Calls);
    }

    private sealed class Command(string name, StaffRole? role) : ICommand
    {
        public string Name => name;

        public StaffRole? Role => role;

        public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
