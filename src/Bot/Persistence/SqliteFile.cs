using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Persistence;

/// <summary>Where the embedded database lies.</summary>
internal static class SqliteFile
{
    /// <summary>Whether the driver understands it.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new SqliteConnectionStringBuilder(text).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The connection string with a full path, counted from the content root.</summary>
    public static string Resolve(string connectionString, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ConnectionString;
    }

    /// <summary>Path of the database file; its folder is made.</summary>
    /// <exception cref="OptionsValidationException">The folder cannot be made.</exception>
    public static string Prepare(string connectionString)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(DatabaseOptions.Section, typeof(DatabaseOptions), [$"ConnectionStrings:Bot: the folder of {path} cannot be made. {refused.Message}"]);
        }

        return path;
    }
}
