namespace Bot.Conversations.Commands;

/// <summary>Goes on with the survey that another command's card stands in front of.</summary>
internal sealed class ContinueCommand : ICommand
{
    public const string Button = "c." + Word;
    public const string Label = "commands." + Word;
    private const string Word = "continue";

    public string Name => Word;

    public StaffRole? Role => null;

    public bool IsListed => false;

    public Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(new CommandResult(null));
}
