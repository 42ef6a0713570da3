using Bot.Persistence;
using Bot.Responses;
using Bot.Scores;
using Bot.Survey.Scoring;
using Bot.Tests.Conversations;
using Bot.Tests.Responses;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Scores;

public sealed class LiveScoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Property(Arbitrary = [typeof(OperationArbitrary)], MaxTest = 15)]
    public async Task The_live_cells_equal_a_rebuild_after_anything_that_happened(Operation[] operations)
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        foreach (var operation in operations)
            await DoAsync(host, desk, operation);
        await desk.AssertCountedAsync();
    }

    [Fact]
    public async Task Folds_that_run_at_once_count_every_delta_once()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        for (var i = 0; i < 40; i++)
            await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 1 + (i % 5) });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Get<ScoreFold>().RunAsync(Stop), Stop)));
        await desk.AssertCountedAsync();
    }

    [Fact]
    public async Task A_fold_that_is_cut_off_at_any_step_loses_nothing_and_counts_nothing_twice()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 5 });
        var cutOff = 0;
        for (var steps = 0; ; steps++)
        {
            await desk.SubmitAsync("601001", "paper", "abai", new() { ["building"] = 3 });
            var contexts = new FailingContexts(host, steps);
            try
            {
                await FailingContexts.Fold(host, contexts).RunAsync(Stop);
            }
            catch (Exception e) when ((e.InnerException ?? e) is FailingContexts.CutOffException)
            {
                cutOff++;
                continue;
            }

            break;
        }

        Assert.True(cutOff > 8, "The fold takes more steps than were cut off.");
        await desk.AssertCountedAsync();
    }

    [Fact]
    public async Task A_rebuild_repairs_what_drifted_and_says_so()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        var first = await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 5, ["speed"] = 2 });
        await host.Get<ScoreFold>().RunAsync(Stop);
        await using (var db = host.Open())
        {
            var wrong = TallyBytes.Write(new FormTally(host.Get<ScoringForms>().Find("electronic")!.Layout));
            await db.ScoreCells.Where(c => c.Split == "" && c.Day == 0).ExecuteUpdateAsync(c => c.SetProperty(x => x.Counts, wrong), Stop);
            await db.Responses.Where(r => r.Id == first).ExecuteUpdateAsync(r => r.SetProperty(x => x.Counted, "info_clear=1"), Stop);
        }

        var report = await host.Get<ScoreRebuild>().RunAsync(Stop);
        Assert.Equal((1L, 2L, 1L), (report.Responses, report.Drift, report.Recounted));
        await desk.AssertCountedAsync();
    }

    [Fact]
    public async Task A_changed_questionnaire_is_noticed_and_a_rebuild_counts_by_it()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        Assert.True(await host.Get<ScoreLayouts>().AreCurrentAsync(Stop));
        await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 5 });
        await desk.FoldAsync();
        await using (var db = host.Open())
        {
            await db.Scores.Where(s => s.Kind == "layout" && s.ScopeId == "electronic").ExecuteUpdateAsync(s => s.SetProperty(x => x.Json, "00000000"), Stop);
            await db.ScoreCells.ExecuteUpdateAsync(c => c.SetProperty(x => x.Counts, new byte[] { 1, 2, 3, 4, 1 }), Stop);
        }

        Assert.False(await host.Get<ScoreLayouts>().AreCurrentAsync(Stop));
        await host.Get<ScoreRebuild>().RunAsync(Stop);
        Assert.True(await host.Get<ScoreLayouts>().AreCurrentAsync(Stop));
        await desk.AssertCountedAsync();
    }

    [Fact]
    public async Task A_rebuild_agrees_while_submits_go_on()
    {
        await using var host = await QuietHost.StartAsync();
        var desk = new ScoreDesk(host);
        var submits = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
                await desk.SubmitAsync("601001", "electronic", "astana", new() { ["info_clear"] = 1 + (i % 5) });
        }, Stop);
        while (!submits.IsCompleted)
        {
            var report = await host.Get<ScoreRebuild>().RunAsync(Stop);
            Assert.Equal((0L, 0L), (report.Drift, report.Recounted));
            await host.Get<ScoreFold>().RunAsync(Stop);
        }

        await submits;
        await desk.AssertCountedAsync();
    }

    private static async Task DoAsync(BotHost host, ScoreDesk desk, Operation operation)
    {
        var ids = desk.Responses;
        switch (operation.Kind)
        {
            case OperationKind.Submit:
                await desk.SubmitAsync(operation.Service, operation.Form, operation.Region, operation.RatingsOf());
                break;
            case OperationKind.Change when ids.Count > 0:
                await desk.ChangeAsync(ids[operation.Which % ids.Count], Fitting(desk, ids[operation.Which % ids.Count], operation));
                break;
            case OperationKind.Erase when ids.Count > 0:
                await desk.EraseAsync(ids[operation.Which % ids.Count]);
                break;
            case OperationKind.Import:
                await ImportAsync(host, desk, operation);
                break;
            case OperationKind.Suspect or OperationKind.Release or OperationKind.Confirm or OperationKind.Return when ids.Count > 0:
                await desk.DoubtAsync(ids[operation.Which % ids.Count], operation.Kind);
                break;
            default:
                await host.Get<ScoreFold>().RunAsync(Stop);
                break;
        }
    }

    private static Dictionary<string, int> Fitting(ScoreDesk desk, long id, Operation operation) =>
        desk.FormOf(id) == operation.Form ? operation.RatingsOf() : new() { ["period_ok"] = 1 + (operation.Which % 5) };

    private static async Task ImportAsync(BotHost host, ScoreDesk desk, Operation operation)
    {
        var id = $"f{operation.Which}-{host.Get<IdSource>().Next()}";
        var file = new ResponseCsv([.. operation.Ratings.Keys]).Line(id, operation.Service, operation.Form, operation.Region, ratings: operation.Ratings);
        var result = await host.Get<ResponseImport>().RunAsync(file.Stream(), "test", Stop);
        Assert.Empty(result.Faults);
        await using var db = host.Open();
        var row = await db.Responses.SingleAsync(r => r.ImportId == id, Stop);
        desk.Imported(row.Id, operation.Service, operation.Form, operation.Region, operation.RatingsOf());
    }
}
