using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

internal sealed class LogoutCommand(StaffCodes codes, TextCatalogue texts) : ICommand
{
    public string Name => "logout";

    public StaffRole? Role => null;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var left = context.Staff is { } staff && await codes.RevokeAsync(staff.Id, actor: null, cancellationToken);
        return new CommandResult(Card.Plain(texts.Get(context.Language, left ? "staff.signed_out" : "staff.not_signed_in"), context.Language));
    }
}
