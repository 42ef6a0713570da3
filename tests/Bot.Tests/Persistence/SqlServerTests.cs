using System.Text.RegularExpressions;
using Bot.Persistence;
using Bot.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Bot.Tests.Persistence;

/// <summary>What can be shown of SQL Server without one: its scripts are its language, and hold nothing that we avoid.</summary>
public sealed partial class SqlServerTests
{
    public static TheoryData<string> Scripts
    {
        get
        {
            using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
            return new(
                context.Database.GenerateCreateScript(),
                context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent),
                ScoreCellWriter.UpdateThenInsert);
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_parses_and_holds_nothing_that_we_avoid(string script)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Assert.Empty(errors.Select(e => $"line {e.Line}: {e.Message}"));
        Assert.DoesNotMatch(Avoided(), script);
    }

    [Fact]
    public void Neither_provider_has_model_changes_without_a_migration()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var server = new SqlServerDesignTimeFactory().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(server.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Keys_compare_byte_by_byte()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var loose = from type in context.GetService<IDesignTimeModel>().Model.GetEntityTypes()
                    from property in type.GetKeys().SelectMany(k => k.Properties).Concat(type.GetIndexes().SelectMany(i => i.Properties)).Distinct()
                    where property.ClrType == typeof(string) && property.GetCollation() != "Latin1_General_100_BIN2"
                    select $"{type.ShortName()}.{property.Name}";
        Assert.Empty(loose);
    }

    [Fact]
    public async Task A_real_server_takes_a_survey_and_its_score()
    {
        if (Environment.GetEnvironmentVariable("TEST_SQLSERVER") is not { Length: > 0 } server)
        {
            Assert.Skip("TEST_SQLSERVER holds no connection string of a SQL Server.");
            return;
        }

        await using var host = await BotHost.StartAsync(new BotHostOptions
        {
            Settings =
            {
                ["Database:Provider"] = "SqlServer",
                ["ConnectionStrings:Bot"] = server,
                ["Privacy:RespondentKey"] = Key,
                ["Privacy:Keys"] = $"k1:{Key}",
                ["Web:Keys"] = $"k1:{Key}",
                ["Invitations:Keys"] = $"k1:{Key}",
            },
        });
        var chat = Guid.NewGuid().ToString("N");
        await new Conversations.Talk(host, chat).SubmitAsync();
        await host.Get<ScoreFold>().RunAsync(TestContext.Current.CancellationToken);
        var scores = await host.Get<ScoreReader>().ServiceAsync("2602001", ScoreFilter.None, everything: true, TestContext.Current.CancellationToken);
        Assert.True(scores.Respondents >= 1);
    }

    // Plainly a test's: 32 bytes of zero.
    private static string Key { get; } = Convert.ToBase64String(new byte[32]);

    [GeneratedRegex(@"\bMERGE\b|\bWAITFOR\b|SYSTEM_VERSIONING|\b(?:NOLOCK|HOLDLOCK|UPDLOCK|ROWLOCK|TABLOCKX?|READPAST|XLOCK)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Avoided();
}
