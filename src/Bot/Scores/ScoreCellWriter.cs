using System.Data.Common;
using System.Text.Json;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Scores;

/// <summary>Adds counts to the stored cells, as part of the context's transaction. A cell that is missing is made.</summary>
internal static class ScoreCellWriter
{
    private const string Rows = """
        FROM OPENJSON(@rows) WITH (
            ServiceId nvarchar(32), Form nvarchar(32), RegionId nvarchar(32), Unit nvarchar(64), Day int,
            Ones bigint, Twos bigint, Threes bigint, Fours bigint, Fives bigint, Raters bigint)
        """;

    private const string SameCell = """
        cell.ServiceId = added.ServiceId COLLATE Latin1_General_100_BIN2 AND cell.Form = added.Form COLLATE Latin1_General_100_BIN2
            AND cell.RegionId = added.RegionId COLLATE Latin1_General_100_BIN2 AND cell.Unit = added.Unit COLLATE Latin1_General_100_BIN2
            AND cell.Day = added.Day
        """;

    /// <summary>SQL Server: all rows in two statements. Only the holder of the lease writes cells, so nothing comes between them.</summary>
    public const string UpdateThenInsert = $"""
        UPDATE cell SET Ones = cell.Ones + added.Ones, Twos = cell.Twos + added.Twos, Threes = cell.Threes + added.Threes,
            Fours = cell.Fours + added.Fours, Fives = cell.Fives + added.Fives, Raters = cell.Raters + added.Raters
        FROM ScoreCells AS cell INNER JOIN (SELECT * {Rows}) AS added ON {SameCell};
        INSERT INTO ScoreCells (ServiceId, Form, RegionId, Unit, Day, Ones, Twos, Threes, Fours, Fives, Raters)
        SELECT added.ServiceId, added.Form, added.RegionId, added.Unit, added.Day, added.Ones, added.Twos, added.Threes, added.Fours, added.Fives, added.Raters
        FROM (SELECT * {Rows}) AS added WHERE NOT EXISTS (SELECT 1 FROM ScoreCells AS cell WHERE {SameCell});
        """;

    private const string Upsert = """
        INSERT INTO ScoreCells (ServiceId, Form, RegionId, Unit, Day, Ones, Twos, Threes, Fours, Fives, Raters)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
        ON CONFLICT (ServiceId, Form, RegionId, Unit, Day) DO UPDATE SET Ones = Ones + excluded.Ones, Twos = Twos + excluded.Twos,
            Threes = Threes + excluded.Threes, Fours = Fours + excluded.Fours, Fives = Fives + excluded.Fives, Raters = Raters + excluded.Raters;
        """;

    public static async Task<int> AddAsync(BotDbContext db, IEnumerable<ScoreCellRow> rows, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command is SqlCommand sql
            ? await UpdateThenInsertAsync(sql, [.. rows], cancellationToken)
            : await UpsertAsync(command, rows, cancellationToken);
    }

    private static async Task<int> UpdateThenInsertAsync(SqlCommand command, List<ScoreCellRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return 0;
        command.CommandText = UpdateThenInsert;
        command.Parameters.AddWithValue("@rows", JsonSerializer.Serialize(rows));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return rows.Count;
    }

    private static async Task<int> UpsertAsync(DbCommand command, IEnumerable<ScoreCellRow> rows, CancellationToken cancellationToken)
    {
        command.CommandText = Upsert;
        var parameters = Enumerable.Range(0, 11).Select(i => Parameter(command, i)).ToArray();
        var written = 0;
        foreach (var row in rows)
        {
            object[] values = [row.ServiceId, row.Form, row.RegionId, row.Unit, row.Day, row.Ones, row.Twos, row.Threes, row.Fours, row.Fives, row.Raters];
            for (var i = 0; i < values.Length; i++)
                parameters[i].Value = values[i];
            await command.ExecuteNonQueryAsync(cancellationToken);
            written++;
        }

        return written;
    }

    private static DbParameter Parameter(DbCommand command, int index)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{index}");
        command.Parameters.Add(parameter);
        return parameter;
    }
}
