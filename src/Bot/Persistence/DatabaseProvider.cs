namespace Bot.Persistence;

internal enum DatabaseProvider
{
    /// <summary>One file beside the program: the embedded default.</summary>
    Sqlite,

    /// <summary>Production, any number of replicas.</summary>
    SqlServer,
}
