using System.Globalization;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Scores;

/// <summary>Fills an empty database with made-up responses of a year, over all services, forms and regions, and with the cells that they give.</summary>
internal sealed class StoredResponses(IServiceProvider services)
{
    private const int Days = 365;
    private const int PerTransaction = 100_000;
    private static readonly DateTimeOffset First = new(2025, 11, 25, 7, 0, 0, TimeSpan.Zero);
    private static readonly string[] Gated = ["sum_ok", "pay_method", "va_full", "va_speed", "answer_fast", "measures_ok"];
    private readonly Random _random = new(1);

    public async Task FillAsync(long count, CancellationToken cancellationToken)
    {
        var catalogue = services.GetRequiredService<ServiceCatalogue>();
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF", cancellationToken);
        var indexes = await db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Responses', 'Answers')").ToListAsync(cancellationToken);
        foreach (var name in indexes.Select(sql => sql.Split('"')[1]))
            await RunAsync(connection, $"DROP INDEX \"{name}\"", cancellationToken);
        var parts = catalogue.Services.SelectMany(s => s.Forms.Select(f => (s.Id, Form: f.Id()))).ToList();
        foreach (var (service, form) in parts)
            await FillAsync(db, service, form, count / parts.Count, cancellationToken);
        foreach (var sql in indexes)
            await RunAsync(connection, sql, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
        await ScoreSnapshots.MarkStaleAsync(db, [.. catalogue.Services.Select(s => s.Id)], cancellationToken);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task FillAsync(BotDbContext db, string service, string form, long count, CancellationToken cancellationToken)
    {
        var counter = new CellCounter(services.GetRequiredService<ScoringForms>());
        for (var done = 0L; done < count; done += PerTransaction)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var rows = Enumerable.Range(0, (int)Math.Min(PerTransaction, count - done)).Select(_ => Response(service, form)).ToList();
            await BulkInsert.WriteAsync(db, rows, cancellationToken);
            await BulkInsert.WriteAsync(db, rows.SelectMany(Answers), cancellationToken);
            foreach (var row in rows)
                counter.Count(new CountedResponse(service, form, row.RegionId!, ScoreDay.Of(row.SubmittedAt.GetValueOrDefault()), row.Counted!, row.CountedAs!), 1);
            await transaction.CommitAsync(cancellationToken);
        }

        await ScoreCells.AddAsync(db, counter.Changes(), services.GetRequiredService<PublishGate>(), cancellationToken);
        Console.WriteLine($"{service} {form}: {count}");
    }

    private ResponseRow Response(string service, string form)
    {
        var regions = services.GetRequiredService<ServiceCatalogue>().Regions;
        var at = First.AddDays(_random.Next(Days)).AddSeconds(_random.Next(36_000));
        var row = new ResponseRow
        {
            Id = services.GetRequiredService<IdSource>().Next(),
            Status = ResponseStatus.Submitted,
            ServiceId = service,
            Form = form,
            RegionId = regions[(int)(regions.Count * Math.Pow(_random.NextDouble(), 2))].Id,
            SurveyChannel = _random.Next(3) == 0 ? "web" : "telegram",
            Source = _random.Next(4) == 0 ? "open" : "receipt",
            Language = _random.Next(2) == 0 ? "kk" : "ru",
            Outcome = _random.Next(12) switch { 0 => "refused", 1 => "partial", _ => "granted" },
            QuestionnaireVersion = 1,
            StartedAt = at,
            UpdatedAt = at,
            SubmittedAt = at,
        };
        (row.Counted, row.CountedAs) = (RatingText.Write(Ratings(form)), CountedAs.Of(row));
        return row;
    }

    private IEnumerable<KeyValuePair<string, int>> Ratings(string form) =>
        from item in services.GetRequiredService<ScoringForms>().Find(form)!.Layout.Items
        where !Gated.Contains(item) || _random.Next(5) == 0
        select KeyValuePair.Create(item, _random.Next(100) switch { < 90 => 5, < 95 => 4, < 97 => 3, < 99 => 2, _ => 1 });

    private static IEnumerable<AnswerRow> Answers(ResponseRow row) => row.Counted!.Split(';')
        .Select(pair => new AnswerRow { ResponseId = row.Id, Item = pair[..^2], Value = int.Parse(pair.AsSpan(pair.Length - 1), CultureInfo.InvariantCulture) });
}
