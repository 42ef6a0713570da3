using System.Collections.Immutable;

namespace Bot.Survey.Scoring;

/// <summary>
/// Which units of a form are hidden so that none that few people rated can be seen or worked out. All scores of a form are sums of its items' means with
/// known weights (and all distributions sums of the items' own), so that a hidden one can be worked out exactly if it is a linear combination of those
/// shown: as long as one can, a shown unit that takes part in it is hidden too, the scores beside the official one first, then the unit with the fewest
/// raters, the whole form last.
/// </summary>
public sealed class FormGate
{
    private readonly FormLayout _layout;
    private readonly FormTally _tally;
    private readonly ImmutableArray<(FormUnit Unit, long Raters)> _rated;

    private FormGate(FormTally tally)
    {
        (_layout, _tally) = (tally.Layout, tally);
        _rated =
        [
            .. Bases(tally).Where(unit => unit.Value > 0).Select(unit => (unit.Key, unit.Value)),
        ];
    }

    /// <summary>The number of people behind every unit of a form.</summary>
    /// <param name="tally">The form's counts.</param>
    public static IReadOnlyDictionary<FormUnit, long> Bases(FormTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return ByUnit(tally.Layout, tally.Bases());
    }

    /// <summary>The units to hide.</summary>
    /// <param name="tally">The form's counts.</param>
    /// <param name="gate">The thresholds.</param>
    /// <param name="others">The number of people behind every unit (<see cref="FormTally.Bases"/>) among all other responses that a reader can tell from these by subtraction; null: none.</param>
    public static IReadOnlySet<FormUnit> Hidden(FormTally tally, PublishGate gate, long[]? others = null)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(gate);
        var bases = Bases(tally);
        var beside = others is null ? null : ByUnit(tally.Layout, others);
        var small = bases.Where(unit => gate.IsFew(unit.Value) || (beside is not null && (beside[unit.Key] < 0 || gate.IsFew(beside[unit.Key])))).Select(unit => unit.Key).ToHashSet();
        return small.Count == 0 ? small : small.Contains(FormUnit.Whole) ? bases.Keys.ToHashSet() : new FormGate(tally).Close(small);
    }

    private static Dictionary<FormUnit, long> ByUnit(FormLayout layout, long[] bases)
    {
        FormUnit[] units =
        [
            .. layout.Items.Select(item => new FormUnit(FormUnitKind.Item, item)),
            .. layout.Criteria.Select(criterion => new FormUnit(FormUnitKind.Criterion, criterion.Id)),
            .. layout.Zones.Select(zone => new FormUnit(FormUnitKind.Zone, zone.Id)),
        ];
        return new(units.Zip(bases[1..], KeyValuePair.Create)) { [FormUnit.Whole] = bases[0], [FormUnit.WithoutThin] = bases[0], [FormUnit.Weighted] = bases[0] };
    }

    private HashSet<FormUnit> Close(HashSet<FormUnit> small)
    {
        var hidden = new HashSet<FormUnit>(small);
        while (Giveaway(small, hidden) is { } giveaway)
        {
            hidden.Add(giveaway);
        }

        return hidden;
    }

    /// <summary>A shown unit by which a small one can be worked out; null where none can.</summary>
    private FormUnit? Giveaway(HashSet<FormUnit> small, HashSet<FormUnit> hidden)
    {
        foreach (var system in new Func<FormUnit, double[]>[] { Means, Distributions })
        {
            var shown = _rated.Where(unit => !hidden.Contains(unit.Unit)).Select(unit => (unit.Unit, unit.Raters, Row: system(unit.Unit))).ToList();
            var span = new LinearSpan(_layout.Items.Length, [.. shown.Select(unit => unit.Row)]);
            foreach (var unit in _rated.Where(unit => small.Contains(unit.Unit)))
            {
                if (system(unit.Unit) is { } row && span.Combination(row) is { } combination)
                {
                    return shown.Zip(combination).Where(part => part.Second).MinBy(part => (Precedence(part.First.Unit), part.First.Raters)).First.Unit;
                }
            }
        }

        return null;
    }

    private static int Precedence(FormUnit unit) => unit.Kind switch
    {
        FormUnitKind.WithoutThin or FormUnitKind.Weighted => 0,
        FormUnitKind.Whole => 2,
        _ => 1,
    };

    /// <summary>The weights of the items' means in a unit's mean.</summary>
    private double[] Means(FormUnit unit) => unit.Kind switch
    {
        FormUnitKind.Whole => Whole(_ => 1),
        FormUnitKind.WithoutThin => Whole(raters => ScoringMethod.IsThin(raters, _tally.Respondents) ? 0 : 1),
        FormUnitKind.Weighted => Whole(raters => raters),
        _ => Distributions(unit),
    };

    private double[] Whole(Func<long, double> weight)
    {
        var row = new double[_layout.Items.Length];
        foreach (var (index, criterion) in _layout.Criteria.Index().Where(criterion => _tally.CriterionRaters(criterion.Index) > 0))
        {
            var items = criterion.Items.Select(_layout.IndexOf).Where(item => _tally.Item(item).Raters > 0).ToList();
            items.ForEach(item => row[item] = weight(_tally.CriterionRaters(index)) / items.Count);
        }

        return row;
    }

    /// <summary>The items whose ratings are in a unit's distribution.</summary>
    private double[] Distributions(FormUnit unit)
    {
        var row = new double[_layout.Items.Length];
        foreach (var item in Rated(unit))
        {
            row[item] = 1;
        }

        return row;
    }

    private IEnumerable<int> Rated(FormUnit unit) => (unit.Kind switch
    {
        FormUnitKind.Item => [_layout.IndexOf(unit.Id)],
        FormUnitKind.Criterion => _layout.Criteria.First(criterion => criterion.Id == unit.Id).Items.Select(_layout.IndexOf),
        FormUnitKind.Zone => _layout.Zones.First(zone => zone.Id == unit.Id).Items.Select(_layout.IndexOf),
        FormUnitKind.WithoutThin => _layout.Criteria.Index().Where(criterion => !ScoringMethod.IsThin(_tally.CriterionRaters(criterion.Index), _tally.Respondents))
            .SelectMany(criterion => criterion.Item.Items).Select(_layout.IndexOf),
        _ => Enumerable.Range(0, _layout.Items.Length),
    }).Where(item => _tally.Item(item).Raters > 0);
}
