using System.Runtime.InteropServices;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>Counts responses into cells in memory. Not for use by several threads at once.</summary>
internal sealed class CellCounter(ScoringForms forms)
{
    private readonly Dictionary<CellKey, CellChange> _finest = [];
    private readonly Dictionary<string, string[]> _parts = [];

    /// <summary>Adds one response or takes it away; false where no questionnaire has its form.</summary>
    public bool Count(CountedResponse response, int sign)
    {
        if (forms.Find(response.Form) is not { } form)
            return false;
        Span<byte> row = stackalloc byte[form.Layout.Items.Length];
        form.Read(response.Ratings, row);
        var key = new CellKey(response.ServiceId, response.Form, response.RegionId, CellKey.Whole, response.Day);
        Cell(key, form.Layout).Count(row, sign, response.Day);
        foreach (var part in Parts(response.CountedAs))
            Cell(key with { Split = part, Day = ScoreDay.All }, form.Layout).Count(row, sign, response.Day);
        return true;
    }

    /// <summary>What is to be added to every cell that changes, also to those of months, of all days and of all regions.</summary>
    public Dictionary<CellKey, CellChange> Changes()
    {
        var changes = new Dictionary<CellKey, CellChange>(_finest.Count * 2);
        foreach (var (finest, change) in _finest)
        {
            foreach (var key in finest.Upwards())
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, key, out _);
                (sum ??= new CellChange(change.Tally.Layout, key.Day)).Add(change, finest.Day);
            }
        }

        return changes;
    }

    private CellChange Cell(CellKey key, FormLayout layout)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_finest, key, out _);
        return cell ??= new CellChange(layout, key.Day);
    }

    private string[] Parts(string countedAs)
    {
        ref var parts = ref CollectionsMarshal.GetValueRefOrAddDefault(_parts, countedAs, out _);
        return parts ??= CountedAs.Parts(countedAs);
    }
}

/// <summary>A response as the scores see it.</summary>
/// <param name="Ratings"><c>item=5;item=4</c>.</param>
/// <param name="CountedAs"><c>outcome=granted;channel=web</c>.</param>
internal readonly record struct CountedResponse(string ServiceId, string Form, string RegionId, int Day, string Ratings, string CountedAs);

/// <summary>What is to be added to a cell.</summary>
/// <param name="layout">Its form.</param>
/// <param name="cellDay">A day, a month, or <see cref="ScoreDay.All"/>.</param>
internal sealed class CellChange(FormLayout layout, int cellDay)
{
    public FormTally Tally { get; } = new(layout);

    /// <summary>Of a month, who rated what on which day; null: the cell is no month's.</summary>
    public MonthBases? Days { get; } = ScoreDay.IsMonth(cellDay) ? new(layout) : null;

    public bool IsEmpty => Tally.IsEmpty && (Days is null || Days.IsEmpty);

    /// <summary>Responses that came in less those that left: whoever changed an answer, or came and left again, is no new one.</summary>
    public int Entered { get; private set; }

    /// <summary>The earliest day of what changed.</summary>
    public int Since { get; private set; } = int.MaxValue;

    public void Count(ReadOnlySpan<byte> ratings, int sign, int day)
    {
        Tally.Add(ratings, sign);
        Entered += sign;
        Since = Math.Min(Since, day);
    }

    /// <summary>Adds what changes in a part of the cell.</summary>
    /// <param name="day">The part's day.</param>
    public void Add(CellChange other, int day)
    {
        Tally.Merge(other.Tally);
        Days?.Add(day, other.Tally);
        Entered += other.Entered;
        Since = Math.Min(Since, other.Since);
    }

    /// <summary>Takes away what the cell holds already.</summary>
    public void Take(ScoreCellRow stored)
    {
        Tally.Merge(TallyBytes.Read(Tally.Layout, stored.Counts), -1);
        Days?.Merge(MonthBases.Read(Tally.Layout, stored.DayBases), -1);
    }
}
