using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Commands;

internal sealed class HelpCommand(TextCatalogue texts) : ICommand
{
    private static readonly string[] Offered = ["start", "language", "mydata", "invite"];

    public string Name => "help";

    public StaffRole? Role => null;

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var buttons = Offered.Select(name => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(context.Language, "commands." + name), "c." + name)]);
        return Task.FromResult(new CommandResult(new Card(texts.Get(context.Language, "help.text"), [.. buttons, .. StaffOffer.Buttons(context.Staff?.Role, texts, context.Language)], context.Language)));
    }
}
