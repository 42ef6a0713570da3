using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Commands;

/// <summary>Asks for the language, or takes the one named behind it («/language ru»).</summary>
internal sealed class LanguageCommand(TextCatalogue texts) : ICommand
{
    public string Name => "language";

    public StaffRole? Role => null;

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var named = texts.Languages.FirstOrDefault(l => string.Equals(l.Code, context.Arguments, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(new CommandResult(null, new DialogInput.SetLanguage(named?.Code)));
    }
}
