using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

internal sealed class LogoutCommand(StaffCodes codes, StaffChanges changes, TextCatalogue texts) : ICommand
{
    public string Name => "logout";

    public StaffRole? Role => null;

    public bool IsListed => false;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var left = context.Staff is { } staff && await codes.RevokeAsync(staff.Id, actor: null, cancellationToken);
        if (left)
            changes.Tell(context.Conversation, role: null);
        return new CommandResult(Card.Plain(texts.Get(context.Language, left ? "staff.signed_out" : "staff.not_signed_in"), context.Language));
    }
}
