namespace Bot.Conversations;

/// <summary>The commands by name.</summary>
internal sealed class CommandSet(IEnumerable<ICommand> commands)
{
    private readonly Dictionary<string, ICommand> _byName = commands.ToDictionary(c => c.Name, StringComparer.Ordinal);

    public IEnumerable<ICommand> TakingFiles => _byName.Values.Where(c => c.TakesFiles);

    public IEnumerable<ICommand> TakingQuestions => _byName.Values.Where(c => c.TakesQuestions);

    public ICommand? Find(string name) => _byName.GetValueOrDefault(name);
}
