using Bot.Survey.Dialogs;

namespace Bot.Conversations.Commands;

/// <summary>Stops the survey; its answers are kept.</summary>
internal sealed class StopCommand : ICommand
{
    public string Name => "stop";

    public StaffRole? Role => null;

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CommandResult(null, new DialogInput.Stop()));
}
