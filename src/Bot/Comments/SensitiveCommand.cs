using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Comments;

/// <summary>/sensitive: the separate queue, for those who were named for it. Not in the menus, which are made by role.</summary>
internal sealed class SensitiveCommand(StaffScores scores, SensitiveQueue queue, SensitiveCards cards, CommentAudit audit, TextCatalogue texts) : ICommand
{
    public string Name => "sensitive";

    public StaffRole? Role => StaffRole.Manager;

    public bool IsListed => false;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff || scores.AccessOf(staff) is not { SeesSensitive: true } access)
            return new CommandResult(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language));

        var parts = context.Pressed ? context.Arguments.Split('.') : [];
        if (parts is [SensitiveCards.Take or SensitiveCards.Done, _, var id, var item] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var responseId))
            await HandleAsync(access, staff, parts[0] == SensitiveCards.Done, responseId, item, cancellationToken);
        var page = await queue.ReadAsync(access, parts is [SensitiveCards.History, ..], CommentView.Number(parts.ElementAtOrDefault(1)) ?? 0, SensitiveCards.PageSize, cancellationToken);
        await audit.WriteAsync(staff, "comments.sensitive.view", access.Scope.ToString(), cancellationToken);
        return new CommandResult(cards.Queue(page, context.Language));
    }

    private async Task HandleAsync(ScoreAccess access, Staff staff, bool done, long responseId, string item, CancellationToken cancellationToken)
    {
        if (await queue.HandleAsync(access, staff.Id, responseId, item, done ? CommentHandling.Done : CommentHandling.Taken, cancellationToken))
            await audit.WriteAsync(
                staff, done ? "comments.sensitive.done" : "comments.sensitive.take", string.Create(CultureInfo.InvariantCulture, $"response:{responseId},{item}"), cancellationToken);
    }
}
