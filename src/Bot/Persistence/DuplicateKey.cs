using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Persistence;

/// <summary>Tells a write that lost against a unique key from one that failed.</summary>
internal static class DuplicateKey
{
    // SQL Server: 2601 unique index, 2627 unique constraint. SQLite: 2067 unique, 1555 primary key, 19 where no extended code is given.
    public static bool Is(DbUpdateException exception) => exception.InnerException switch
    {
        SqlException sql => sql.Number is 2601 or 2627,
        SqliteException sqlite => sqlite.SqliteErrorCode == 19 && sqlite.SqliteExtendedErrorCode is 19 or 2067 or 1555,
        _ => false,
    };
}
