using System.Reflection;
using Bot.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Persistence;

public class DuplicateKeyTests
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    [Theory]
    [InlineData(2601, true)]
    [InlineData(2627, true)]
    [InlineData(1205, false)]
    [InlineData(547, false)]
    public void Sql_server_tells_it_by_the_number(int number, bool isDuplicate) =>
        Assert.Equal(isDuplicate, DuplicateKey.Is(new DbUpdateException("", SqlFault(number))));

    [Theory]
    [InlineData(19, 2067, true)]
    [InlineData(19, 1555, true)]
    [InlineData(19, 1299, false)]
    [InlineData(5, 5, false)]
    public void Sqlite_tells_it_by_the_extended_code(int code, int extended, bool isDuplicate) =>
        Assert.Equal(isDuplicate, DuplicateKey.Is(new DbUpdateException("", new SqliteException("", code, extended))));

    [Fact]
    public void Any_other_failure_is_none() => Assert.False(DuplicateKey.Is(new DbUpdateException("", new TimeoutException())));

    // The client makes its exceptions only from what a server sends.
    private static SqlException SqlFault(int number)
    {
        var constructor = typeof(SqlError).GetConstructors(Hidden).MinBy(c => c.GetParameters().Length)!;
        var error = constructor.Invoke([.. constructor.GetParameters().Select(p => p.Name == "infoNumber" ? number : Default(p.ParameterType))]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [errors, "16.0"])!;
    }

    private static object? Default(Type type) => type == typeof(string) ? "" : type.IsValueType ? Activator.CreateInstance(type) : null;
}
