using Bot.Conversations;
using Bot.Hosting;
using Bot.Managers;
using Bot.Managers.Pictures;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Scoring;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Managers;

/// <summary>A fixed set of responses to a few services, and the cards about them, computed without a database.</summary>
internal sealed class ScoreSample
{
    /// <summary>Both forms, one of them preliminary.</summary>
    public const string TwoForms = "3102008";

    private static readonly string[] GatedItems = ["va_full", "va_speed", "answer_fast", "measures_ok"];
    private static readonly DateTimeOffset Updated = new(2026, 11, 25, 19, 30, 0, TimeSpan.Zero);
    private readonly Dictionary<TallyKey, FormTally> _tallies = [];
    private readonly SurveyFiles _files = SurveyFiles.Read("dialogs", "localization");
    private readonly ScoringForms _forms;
    private readonly ScoreComputer _computer;

    public ScoreSample()
    {
        _forms = new ScoringForms(_files.Questionnaires);
        _computer = new ScoreComputer(_files.Catalogue, new PublishGate());
        Add(TwoForms, "electronic", "astana", 31);
        Add(TwoForms, "electronic", "shymkent", 36, worse: 3);
        Add(TwoForms, "electronic", "unknown", 6);
        Add(TwoForms, "paper", "astana", 8, worse: 1);
        Add(TwoForms, "paper", "shymkent", 7, worse: 2);
        Add(TwoForms, "paper", "abai", 3);
        Add("1403024", "electronic", "astana", 40);
        Add("402016", "proactive", "turkistan", 120, worse: 1);
        Add("402016", "electronic", "turkistan", 33, worse: 1);
        Add("601001", "paper", "astana", 52, worse: 6);
        Add("2602001", "electronic", "abai", 64, worse: 4);
        Add("705006", "paper", "ulytau", 35, worse: 9);
        Add("501016", "electronic", "mangystau", 30);
        Add("1101008", "electronic", "akmola", 29);
        Add("903002", "electronic", "akmola", 4);
    }

    public OverviewCards Overviews => new(_files.Texts, _files.Catalogue, _forms, new StaffTexts(_files.Texts, _files.Catalogue), Time, Options.Create(new ScoresOptions()));

    public ServiceScoreCards ServiceCards => new(_files.Texts, _files.Catalogue, _forms, Time);

    public OverviewPictures OverviewPictures => new(Frames, _files.Catalogue, new StaffTexts(_files.Texts, _files.Catalogue), Options.Create(new ScoresOptions()));

    public ServicePictures ServicePictures => new(Frames, _files.Catalogue);

    private PictureFrames Frames => new(_files.Texts, _files.Catalogue, _forms, Time);

    private static FakeTimeProvider Time => new(Updated);

    public IReadOnlyList<string> AllServices => [.. _files.Catalogue.Services.Select(service => service.Id)];

    public IReadOnlyList<string> AllRegions => [.. _files.Catalogue.Regions.Select(region => region.Id)];

    public IReadOnlyList<string> AllProviders => [.. _files.Catalogue.Providers.Select(provider => provider.Id)];

    public ScoreAccess Access(StaffRole role, params string[] scope) => new(new Staff(1, role, scope), _files.Catalogue);

    public ServiceScores Service(string id, bool everything = false) => Computed(id).Seen(everything);

    public ProviderScores Provider(string id, bool everything = false) => _computer.Provider(id, _computer.ServicesOf(id).Select(s => Computed(s)), everything);

    public RegionRating Regions(string id, bool everything = false) => _computer.Regions(
        id, _tallies.Keys.Select(k => k.RegionId).Where(r => r.Length > 0).Distinct().ToDictionary(r => r, r => Computed(id, r)), everything);

    /// <summary>What stands beside a score: a drop that is not chance.</summary>
    public ScoreContext Context { get; } = new(new ScoreTrend(-0.12m, true, 30), new ScoreReach(1200, 640, 3), new DaysTaken(45, 4, 40, 3, new Deadline(Deadline.Everyone, 5, DeadlineUnit.WorkingDay)));

    public ScoreSummary Summary(bool everything = false)
    {
        var services = AllServices.Select(id => Service(id, everything)).ToList();
        var (simple, _) = ScoringMethod.ProviderOverServices(services.Select(s => s.Score?.Score));
        return new ScoreSummary(services, ScoreView.Of(simple, new PublishGate()), new ScoreTrend(0.03m, false, 30), Context.Reach, Updated);
    }

    public IReadOnlyList<ServiceSummary> Services(bool everything = false) =>
        [.. AllServices.Select(id => Service(id, everything)).Select(s => new ServiceSummary(s.Service, s.Respondents, s.Score))];

    public IReadOnlyList<ProviderSummary> Providers(bool everything = false) =>
        [.. AllProviders.Select(id => Provider(id, everything)).Select(p => new ProviderSummary(p.Provider, p.Score, p.Weighted))];

    /// <summary>Adds responses, mostly of 5s; the higher <paramref name="worse"/>, the more of other ratings.</summary>
    public void Add(string service, string form, string region, int count, int worse = 0)
    {
        var layout = _forms.Find(form)!.Layout;
        for (var person = 0; person < count; person++)
        {
            // Few use what stands behind a gate.
            var items = layout.Items.Where(item => person < 2 || !GatedItems.Contains(item)).ToList();
            var ratings = items.Index().ToDictionary(item => item.Item, item => Rating((person * 7) + (item.Index * 5), worse));
            Tally(layout, service, "").Add(ratings);
            Tally(layout, service, region).Add(ratings);
        }
    }

    private static int Rating(int place, int worse) => (place % 29) < worse ? 1 + (place % 3) : place % 11 == 0 ? 4 : 5;

    private ComputedService Computed(string service, string region = "") => _computer.Service(ServiceTallies.Of(service, _tallies, region: region));

    private FormTally Tally(FormLayout layout, string service, string region)
    {
        var key = new TallyKey(service, layout.Form, region);
        return _tallies.TryGetValue(key, out var tally) ? tally : _tallies[key] = new FormTally(layout);
    }
}
