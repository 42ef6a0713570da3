using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Invitations.Sending;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Tests.Channels.Telegram;
using Bot.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Bot.Tests.Invitations.Sending;

public sealed class TelegramPauseTests
{
    private const string Send = "sendMessage";
    private readonly FakeTimeProvider _clock = QuietHost.NewClock();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_of_600_seconds_is_kept_to_the_second_over_a_restart_and_by_bulk_alone()
    {
        await using var api = await FakeBotApi.StartAsync();
        api.Next(Send, FakeAnswer.TooMany(600));
        await using var first = await StartAsync(api, folder: null);
        var desk = SendingDesk.Over(first, _clock);
        var invitation = await desk.InviteAsync();
        await first.Get<InvitationSender>().RunAsync(Stop);
        Assert.Equal((MessageState.Due, 1), ((await desk.MessageAsync(invitation)).State, api.Count(Send)));
        await using var restarted = await StartAsync(api, first.Folder);
        Assert.Equal(DeliveryStatus.Shown, (await restarted.Get<TelegramSender>().ReplyAsync(7999, Cards.Question(), 50)).Status);
        _clock.Advance(TimeSpan.FromSeconds(599.999));
        await restarted.Get<InvitationSender>().RunAsync(Stop);
        Assert.Equal(1, api.Count(Send));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await restarted.Get<InvitationSender>().RunAsync(Stop);
        Assert.Equal((MessageState.Delivered, 2), ((await desk.MessageAsync(invitation)).State, api.Count(Send)));
    }

    private Task<BotHost> StartAsync(FakeBotApi api, string? folder) => BotHost.StartAsync(new BotHostOptions
    {
        Time = _clock,
        Folder = folder,
        Settings = new() { ["Telegram:Token"] = FakeBotApi.Token, ["Telegram:ApiBaseUrl"] = api.Address },
        AllowOutgoing = uri => uri.Authority == new Uri(api.Address).Authority,
        Configure = builder =>
        {
            builder.Services.RemoveAll<IHostedService>();
            builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseMigrator>());
        },
    });
}
