using Bot.Conversations;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Shows staff the commands of their role once they are signed in, and everybody's again once they are not.</summary>
internal sealed class StaffMenus(StaffChanges changes, TelegramMenus menus, IOptions<TelegramOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        await foreach (var (conversation, role) in changes.ReadAllAsync(stoppingToken))
        {
            if (conversation.Channel == ChannelNames.Telegram)
            {
                await menus.ForStaffAsync(conversation.ChatId, role, stoppingToken);
            }
        }
    }
}
