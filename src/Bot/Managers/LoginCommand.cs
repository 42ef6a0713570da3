using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

internal sealed class LoginCommand(StaffSignIn signIn, TextCatalogue texts) : ICommand
{
    public string Name => "login";

    public StaffRole? Role => null;

    public bool IsListed => false;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(context.Arguments)
            ? new CommandResult(Card.Plain(texts.Get(context.Language, "staff.login_how"), context.Language))
            : await signIn.SignInAsync(context, context.Arguments, cancellationToken);
}
