namespace Bot.Persistence;

/// <summary>Which database holds everything. Section <c>Database</c>, with the connection string <c>ConnectionStrings:Bot</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";

    public const string DefaultConnectionString = "Data Source=data/bot.db";

    /// <summary><c>Sqlite</c> (default) or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);

    /// <summary><c>ConnectionStrings:Bot</c>; a relative SQLite path counts from the content root.</summary>
    public string ConnectionString { get; set; } = DefaultConnectionString;

    public DatabaseProvider Kind => Enum.Parse<DatabaseProvider>(Provider, ignoreCase: true);
}
