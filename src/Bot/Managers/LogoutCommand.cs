using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>/logout: gives the rights back. The last administrator is asked first: nobody could make a code in chat any more.</summary>
internal sealed class LogoutCommand(StaffCodes codes, StaffChanges changes, TextCatalogue texts) : ICommand
{
    private const string Yes = "y";
    private const string No = "n";

    public string Name => "logout";

    public StaffRole? Role => null;

    public bool IsListed => false;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var pressed = context.Pressed ? context.Arguments : "";
        if (pressed == No)
            return new CommandResult(Card.Plain(texts.Get(context.Language, "staff.still_signed_in"), context.Language));
        if (pressed != Yes && context.Staff is { Role: StaffRole.Administrator } && await IsLastAsync(cancellationToken))
            return new CommandResult(Ask(context.Language));
        var left = context.Staff is { } staff && await codes.RevokeAsync(staff.Id, actor: null, cancellationToken);
        if (left)
            changes.Tell(context.Conversation, role: null);
        return new CommandResult(Card.Plain(texts.Get(context.Language, left ? "staff.signed_out" : "staff.not_signed_in"), context.Language));
    }

    private async Task<bool> IsLastAsync(CancellationToken cancellationToken) =>
        (await codes.ListAsync(cancellationToken)).Count(member => member.Role == nameof(StaffRole.Administrator)) == 1;

    private Card Ask(string language) => new(
        texts.Get(language, "staff.logout_last"),
        [[new CardButton(texts.Get(language, "staff.logout_yes"), $"c.{Name}.{Yes}")], [new CardButton(texts.Get(language, "flow.cancel"), $"c.{Name}.{No}")]],
        language);
}
