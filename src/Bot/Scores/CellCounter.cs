using System.Runtime.InteropServices;
using Bot.Persistence.Entities;

namespace Bot.Scores;

/// <summary>Counts responses into cells in memory. Not for use by several threads at once.</summary>
internal sealed class CellCounter(ScoringForms forms)
{
    private readonly Dictionary<CellKey, long[]> _cells = [];

    /// <summary>Adds one response or takes it away; false where no questionnaire has its form.</summary>
    public bool Count(string serviceId, string form, string regionId, int day, string ratings, int sign)
    {
        if (forms.Find(form) is not { } units)
            return false;
        foreach (var key in CellKey.Of(serviceId, form, regionId, day))
            units.Count(ratings, sign, Counts(key, units));
        return true;
    }

    /// <summary>Takes a stored cell away; false where no questionnaire has its form or unit.</summary>
    public bool TrySubtract(ScoreCellRow cell)
    {
        var key = new CellKey(cell.ServiceId, cell.Form, cell.RegionId, cell.Day);
        return forms.Find(cell.Form) is { } units && units.TrySubtract(cell, Counts(key, units));
    }

    /// <summary>All units with a count that is not zero, in the order of the cells' key.</summary>
    public IEnumerable<ScoreCellRow> Rows() => _cells
        .OrderBy(c => c.Key.ServiceId, StringComparer.Ordinal).ThenBy(c => c.Key.Form, StringComparer.Ordinal)
        .ThenBy(c => c.Key.RegionId, StringComparer.Ordinal).ThenBy(c => c.Key.Day)
        .SelectMany(c => forms.Find(c.Key.Form)!.Rows(c.Key, c.Value));

    private long[] Counts(CellKey key, FormUnits units)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, key, out _);
        return counts ??= units.NewCounts();
    }
}
