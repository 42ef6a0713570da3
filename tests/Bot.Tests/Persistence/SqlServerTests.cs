using Bot.Hosting.Keys;
using Bot.Scores;
using Microsoft.Data.SqlClient;
using Xunit;

namespace Bot.Tests.Persistence;

/// <summary>What only a real server can show; TEST_SQLSERVER names one, on which databases may be made and dropped.</summary>
public sealed class SqlServerTests
{
    private const string Variable = "TEST_SQLSERVER";

    [Fact]
    public async Task A_real_server_keeps_every_row_and_refuses_each_a_second_time()
    {
        await using var host = await StartAsync();
        await StoredRows.AssertKeptAsync(host);
        await StoredRows.AssertUniqueAsync(host);
        await DropAsync(host);
    }

    [Fact]
    public async Task A_real_server_takes_a_survey_and_its_score()
    {
        await using var host = await StartAsync();
        var chat = Guid.NewGuid().ToString("N");
        await new Conversations.Talk(host, chat).SubmitAsync();
        await host.Get<ScoreFold>().RunAsync(TestContext.Current.CancellationToken);
        var scores = await host.Get<ScoreReader>().ServiceAsync("2602001", ScoreFilter.None, everything: true, TestContext.Current.CancellationToken);
        Assert.Equal(1, scores.Respondents);
        await DropAsync(host);
    }

    // An empty database of the test's own.
    private static Task<BotHost> StartAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipWhen(server.Length == 0, $"{Variable} holds no connection string of a SQL Server.");
        return BotHost.StartAsync(new BotHostOptions
        {
            Settings =
            {
                ["Database:Provider"] = "SqlServer",
                ["ConnectionStrings:Bot"] = new SqlConnectionStringBuilder(server) { InitialCatalog = $"bot_test_{Guid.NewGuid():N}" }.ConnectionString,
                [KeyNames.Respondent] = KeyText.NewKey(),
                [KeyNames.Privacy] = KeyText.NewRing(),
                [KeyNames.Web] = KeyText.NewRing(),
                [KeyNames.Invitations] = KeyText.NewRing(),
            },
        });
    }

    private static async Task DropAsync(BotHost host)
    {
        await host.StopAsync();
        await using var db = host.Open();
        await db.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);
    }
}
