using Bot.Survey.Dialogs;

namespace Bot.Conversations.Commands;

/// <summary>Opens the survey, or goes on with it. A payload behind it is read by the runner.</summary>
internal sealed class StartCommand : ICommand
{
    /// <summary>Begins the data of a button that follows a link; its payload stands behind.</summary>
    public const string Button = "c.start.";

    public string Name => "start";

    public StaffRole? Role => null;

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CommandResult(null, new DialogInput.Open()));
}
