using Bot.Conversations;

namespace Bot.Channels.Telegram;

/// <summary>The lists of commands that Telegram shows beside the input field.</summary>
internal interface ITelegramMenus
{
    /// <summary>Shows a chat the commands of a role, or, with null, of everybody. Best effort: a failure is logged, not thrown.</summary>
    Task ForStaffAsync(string chatId, StaffRole? role, CancellationToken cancellationToken);
}
