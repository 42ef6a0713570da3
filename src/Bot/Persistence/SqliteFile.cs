using Microsoft.Data.Sqlite;

namespace Bot.Persistence;

/// <summary>Where the embedded database lies.</summary>
internal static class SqliteFile
{
    /// <summary>The connection string with a full path, counted from the content root.</summary>
    public static string Resolve(string connectionString, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ConnectionString;
    }

    /// <summary>Path of the database file; its folder is made.</summary>
    public static string Prepare(string connectionString)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
