using Bot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Bot.Tests.Persistence;

public sealed class SqlServerScriptTests : IDisposable
{
    private readonly SqlServerBotDbContext _db = new SqlServerDesignTimeFactory().CreateDbContext([]);

    [Fact]
    public void The_create_script_is_plain_transact_sql_with_every_table()
    {
        var tables = AssertPlain(_db.Database.GenerateCreateScript()).Tables;
        Assert.Equal(_db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_idempotent_migration_script_is_plain_transact_sql_with_every_table()
    {
        var script = _db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Superset(_db.Model.GetEntityTypes().Select(t => t.GetTableName()!).ToHashSet(), AssertPlain(script).Tables.ToHashSet());
    }

    public void Dispose() => _db.Dispose();

    private static Findings AssertPlain(string script)
    {
        var findings = new Findings();
        Parse(script).Accept(findings);
        // EF hides what must be compiled late in EXEC(N'…').
        foreach (var late in findings.Late.ToList())
            Parse(late).Accept(findings);
        Assert.Empty(findings.Unwanted);
        return findings;
    }

    private static TSqlFragment Parse(string script)
    {
        using var reader = new StringReader(script);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}:{e.Column} {e.Message}"));
        return fragment;
    }

    private sealed class Findings : TSqlFragmentVisitor
    {
        public List<string> Tables { get; } = [];
        public List<string> Late { get; } = [];
        public List<string> Unwanted { get; } = [];

        public override void Visit(CreateTableStatement node) => Tables.Add(node.SchemaObjectName.BaseIdentifier.Value);
        public override void Visit(ExecutableStringList node) => Late.AddRange(node.Strings.OfType<StringLiteral>().Select(s => s.Value));
        public override void Visit(MergeStatement node) => Unwanted.Add("MERGE");
        public override void Visit(WaitForStatement node) => Unwanted.Add("WAITFOR");
        public override void Visit(TableHint node) => Unwanted.Add(node.HintKind.ToString());
        public override void Visit(SystemVersioningTableOption node) => Unwanted.Add("temporal table");
        public override void Visit(SetTransactionIsolationLevelStatement node) => Unwanted.Add(node.Level.ToString());
    }
}
