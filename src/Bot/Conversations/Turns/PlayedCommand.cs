namespace Bot.Conversations.Turns;

/// <summary>Keeps what a command gave, because a turn may be played again and a command has effects of its own.</summary>
internal sealed class PlayedCommand
{
    private Task<CommandResult?>? _result;

    public Task<CommandResult?> OnceAsync(Func<Task<CommandResult?>> run) => _result ??= run();
}
