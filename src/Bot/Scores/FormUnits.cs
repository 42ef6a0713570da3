using System.Collections.Frozen;
using System.Numerics;
using Bot.Persistence.Entities;
using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>The units of a form (whole form, criteria, zones, items) in a fixed order, so that a cell of counts is one array.</summary>
/// <remarks>A unit takes six numbers: its 1s to 5s, then its raters.</remarks>
internal sealed class FormUnits
{
    private const int Width = 6;
    private const int Raters = 5;
    private readonly string[] _units;
    private readonly (int Item, int Criterion, int Zone)[] _places;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _itemIndex;

    public FormUnits(FormLayout layout, int version)
    {
        Layout = layout;
        Version = version;
        _units =
        [
            Unit.Form,
            .. layout.Criteria.Select(c => Unit.Criterion + c.Id),
            .. layout.Zones.Select(z => Unit.Zone + z.Id),
            .. layout.Items.Select(i => Unit.Item + i),
        ];
        _places = [.. layout.Items.Select(item => (Index(Unit.Item + item), Index(Unit.Criterion + Criterion(item)), Index(Unit.Zone + layout.ZoneByItem[item])))];
        _itemIndex = layout.Items.Index().ToFrozenDictionary(i => i.Item, i => i.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FormLayout Layout { get; }

    /// <summary>Version of the questionnaire.</summary>
    public int Version { get; }

    public long[] NewCounts() => new long[_units.Length * Width];

    /// <summary>Counts one response (<c>item=5;item=4</c>) in all units. An item that the form no longer has is left out.</summary>
    public void Count(ReadOnlySpan<char> ratings, int sign, long[] counts)
    {
        counts[Raters] += sign;
        var groups = 0UL;
        foreach (var range in ratings.Split(';'))
        {
            var pair = ratings[range];
            if (pair.Length < 3 || pair[^1] is < '1' or > '5' || !_itemIndex.TryGetValue(pair[..^2], out var item))
                continue;
            var (unit, criterion, zone) = _places[item];
            counts[(unit * Width) + pair[^1] - '1'] += sign;
            counts[(unit * Width) + Raters] += sign;
            groups |= 1UL << criterion | 1UL << zone;
        }

        for (; groups != 0; groups &= groups - 1)
            counts[(BitOperations.TrailingZeroCount(groups) * Width) + Raters] += sign;
    }

    /// <summary>Takes away what a stored cell holds; a unit the form does not have is refused.</summary>
    public bool TrySubtract(ScoreCellRow cell, long[] counts)
    {
        var at = Index(cell.Unit) * Width;
        if (at < 0)
            return false;
        ReadOnlySpan<long> stored = [cell.Ones, cell.Twos, cell.Threes, cell.Fours, cell.Fives, cell.Raters];
        for (var i = 0; i < Width; i++)
            counts[at + i] -= stored[i];
        return true;
    }

    /// <summary>The units whose counts are not all zero, as rows of a cell.</summary>
    public IEnumerable<ScoreCellRow> Rows(CellKey key, long[] counts)
    {
        for (var unit = 0; unit < _units.Length; unit++)
        {
            var c = counts.AsMemory(unit * Width, Width);
            if (c.Span.IndexOfAnyExcept(0) >= 0)
                yield return key.Row(_units[unit], c.Span);
        }
    }

    private int Index(string unit) => Array.IndexOf(_units, unit);

    private string Criterion(string item) => Layout.Criteria.First(c => c.Items.Contains(item)).Id;
}
