using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Commands;

/// <remarks>Asks for the commands late: it is one of them.</remarks>
internal sealed class HelpCommand(TextCatalogue texts, IServiceProvider services) : ICommand
{
    private static readonly string[] Offered = ["start", "language", "mydata", "invite"];

    public string Name => "help";

    public StaffRole? Role => null;

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var buttons = Offered.Concat(ForStaff(context.Staff)).Select(name => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(context.Language, "commands." + name), "c." + name)]);
        return Task.FromResult(new CommandResult(new Card(texts.Get(context.Language, "help.text"), [.. buttons], context.Language)));
    }

    // In web chat nothing else shows them: it has no list of commands.
    private IEnumerable<string> ForStaff(Staff? staff) => staff is null
        ? []
        : services.GetServices<ICommand>().Where(c => c.IsListed && c.Role is { } role && (role == staff.Role || staff.Role == StaffRole.Administrator)).Select(c => c.Name);
}
