using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Quarantine;
using Bot.Scores;
using Bot.Survey.Quarantine;
using Bot.Survey.Scoring;
using Xunit;

namespace Bot.Tests.Scores;

/// <summary>Submits, changes, erases and doubts responses as the program does, and keeps in mind what the scores must be.</summary>
internal sealed class ScoreDesk(BotHost host)
{
    private readonly Dictionary<long, (string Service, string Form, string Region, Dictionary<string, int> Ratings)> _responses = [];

    private readonly Dictionary<long, QuarantineStatus> _doubted = [];

    public IReadOnlyList<long> Responses => [.. _responses.Keys.Order()];

    private IEnumerable<(string Service, string Form, string Region, Dictionary<string, int> Ratings)> Counted =>
        _responses.Where(r => !_doubted.TryGetValue(r.Key, out var status) || status == QuarantineStatus.Released).Select(r => r.Value);

    public string FormOf(long id) => _responses[id].Form;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<long> SubmitAsync(string service, string form, string region, Dictionary<string, int> ratings, DateTimeOffset? at = null)
    {
        var id = host.Get<IdSource>().Next();
        await using var db = host.Open();
        var row = new ResponseRow
        {
            Id = id,
            Status = ResponseStatus.Submitted,
            ServiceId = service,
            Form = form,
            RegionId = region,
            SurveyChannel = "telegram",
            Source = "open",
            Language = "kk",
            Outcome = "granted",
            QuestionnaireVersion = 1,
            SubmittedAt = at ?? new DateTimeOffset(2026, 3, 1 + (int)(id % 20), 12, 0, 0, TimeSpan.FromHours(5)),
        };
        db.Responses.Add(row);
        Put(db, row, ratings);
        await db.SaveChangesAsync(Stop);
        return id;
    }

    public async Task ChangeAsync(long id, Dictionary<string, int> ratings)
    {
        await using var db = host.Open();
        var row = await LeaveAsync(db, id);
        Put(db, row, ratings);
        await db.SaveChangesAsync(Stop);
    }

    public async Task EraseAsync(long id)
    {
        await using var db = host.Open();
        db.Responses.Remove(await LeaveAsync(db, id));
        await db.SaveChangesAsync(Stop);
        _responses.Remove(id);
        _doubted.Remove(id);
    }

    /// <summary>Moves a response into quarantine or out of it, where it can be moved so.</summary>
    public async Task DoubtAsync(long id, OperationKind kind)
    {
        var desk = host.Get<QuarantineDesk>();
        var before = _doubted.TryGetValue(id, out var known) ? known : (QuarantineStatus?)null;
        var (after, moved) = kind switch
        {
            OperationKind.Suspect => (before ?? QuarantineStatus.Suspected, await desk.SuspectAsync([id], QuarantineReason.LinkBurst, Stop)),
            OperationKind.Release => (before is null ? null : QuarantineStatus.Released, await desk.ReleaseAsync([id], "test", Stop)),
            OperationKind.Confirm => (before == QuarantineStatus.Suspected ? QuarantineStatus.Confirmed : before, await desk.ConfirmAsync([id], "test", Stop)),
            _ => (before == QuarantineStatus.Released ? QuarantineStatus.Suspected : before, await desk.ReturnAsync([id], "test", Stop)),
        };
        Assert.Equal(before == after ? 0 : 1, moved);
        if (after is { } status)
            _doubted[id] = status;
    }

    /// <summary>A response that came in by a file.</summary>
    public void Imported(long id, string service, string form, string region, Dictionary<string, int> ratings) => _responses[id] = (service, form, region, ratings);

    /// <summary>What the scoring method must be given, by service and form.</summary>
    public Dictionary<TallyKey, FormTally> Expected()
    {
        var tallies = new Dictionary<TallyKey, FormTally>();
        foreach (var (service, form, _, ratings) in Counted)
        {
            var key = new TallyKey(service, form);
            if (!tallies.TryGetValue(key, out var tally))
                tallies[key] = tally = new FormTally(host.Get<ScoringForms>().Find(form)!.Layout);
            tally.Add(ratings);
        }

        return tallies;
    }

    /// <summary>Folds all; where the program's own job has the lease, until that one is done.</summary>
    public async Task FoldAsync()
    {
        var fold = host.Get<ScoreFold>();
        do
            await fold.RunAsync(Stop);
        while (await fold.IsWaitingAsync(Stop));
    }

    /// <summary>Nothing waits, the cells are what was submitted, and a rebuild finds nothing to repair.</summary>
    public async Task AssertCountedAsync()
    {
        await FoldAsync();
        await using var db = host.Open();
        var cells = await new ScoreTallies(db, host.Get<ScoringForms>(), published: false).ReadAsync(null, ScoreFilter.None, Stop);
        var live = cells.Where(t => t.Value.Respondents != 0).ToDictionary();
        var expected = Expected();
        Assert.Equivalent(expected.Keys, live.Keys, strict: true);
        Assert.All(expected, e => Assert.Equal(e.Value.Counts, live[e.Key].Counts));
        var report = await host.Get<ScoreRebuild>().RunAsync(Stop);
        Assert.Equal((Counted.Count(), 0L, 0L), (report.Responses, report.Drift, report.Recounted));
    }

    private void Put(BotDbContext db, ResponseRow row, Dictionary<string, int> ratings)
    {
        db.Answers.AddRange(ratings.Select(r => new AnswerRow { ResponseId = row.Id, Item = r.Key, Value = r.Value }));
        if (!row.IsOut())
            db.ScoreDeltas.Add(ResponseCount.Enter(row, ratings, host.Get<IdSource>()));
        _responses[row.Id] = (row.ServiceId!, row.Form!, row.RegionId!, ratings);
    }

    private async Task<ResponseRow> LeaveAsync(BotDbContext db, long id)
    {
        var row = await db.Responses.FindAsync([id], Stop);
        Assert.NotNull(row);
        if (ResponseCount.Leave(row, host.Get<IdSource>()) is { } left)
            db.ScoreDeltas.Add(left);
        foreach (var answer in db.Answers.Where(a => a.ResponseId == id).ToList())
            db.Answers.Remove(answer);
        await db.SaveChangesAsync(Stop);
        return row;
    }
}
