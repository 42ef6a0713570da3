using Bot.Invitations.Funnels;
using Bot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Bot.Tests.Invitations.Funnels;

/// <summary>SQL Server refuses what SQLite allows: a subquery, or nothing but constants, to group by.</summary>
public sealed class FunnelSqlServerTests : IDisposable
{
    private static readonly FunnelFilter Filter = new(7, "601001", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
    private readonly SqlServerBotDbContext _db = new SqlServerDesignTimeFactory().CreateDbContext([]);

    [Fact]
    public void Every_split_is_one_statement_that_groups_by_columns()
    {
        var now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
        foreach (var split in Enum.GetValues<FunnelSplit>())
            AssertGroupedByColumns(FunnelReader.Parts(_db, Filter, split, now).ToQueryString());
        AssertGroupedByColumns(FunnelReader.Whole(_db, Filter, now).ToQueryString());
    }

    public void Dispose() => _db.Dispose();

    private static void AssertGroupedByColumns(string sql)
    {
        using var reader = new StringReader(sql);
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}:{e.Column} {e.Message}"));
        var grouped = new Grouped();
        script.Accept(grouped);
        Assert.NotEmpty(grouped.Expressions);
        Assert.All(grouped.Expressions, e => Assert.True(e is ColumnReferenceExpression, sql));
    }

    private sealed class Grouped : TSqlFragmentVisitor
    {
        public List<ScalarExpression> Expressions { get; } = [];

        public override void Visit(ExpressionGroupingSpecification node) => Expressions.Add(node.Expression);
    }
}
