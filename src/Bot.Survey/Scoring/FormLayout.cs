using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Survey.Scoring;

/// <summary>What the scoring method needs to know of a questionnaire: its criteria, their items and the zone of each item.</summary>
public sealed class FormLayout
{
    private readonly FrozenDictionary<string, string> _zoneByItem;

    /// <summary>Describes a form; every item belongs to exactly one criterion and one zone.</summary>
    /// <param name="form">The form: <c>electronic</c>, <c>paper</c> or <c>proactive</c>.</param>
    /// <param name="criteria">The criteria in the order of the questionnaire, each with at least one item.</param>
    /// <param name="zoneByItem">The zone (<c>portal</c>, <c>front_office</c>, <c>authority</c>) of every item.</param>
    /// <exception cref="ArgumentException">
    /// There is no criterion, a criterion is empty or comes twice, an item comes twice or has no zone, or a zone is given for
    /// an item of no criterion; the message names it.
    /// </exception>
    public FormLayout(string form, IEnumerable<ItemGroup> criteria, IReadOnlyDictionary<string, string> zoneByItem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(form);
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(zoneByItem);
        Form = form;
        Criteria = [.. criteria];
        Items = [.. Criteria.SelectMany(criterion => criterion.Items)];
        Refuse(Criteria.IsEmpty ? [form] : [], "has no criterion");
        Refuse(Criteria.Where(criterion => criterion.Items.IsDefaultOrEmpty).Select(criterion => criterion.Id), "has no item");
        Refuse(Repeated(Criteria.Select(criterion => criterion.Id)), "is a criterion twice");
        Refuse(Repeated(Items), "is an item twice");
        Refuse(Items.Where(item => !zoneByItem.ContainsKey(item)), "is an item without a zone");
        Refuse(zoneByItem.Keys.Except(Items, StringComparer.Ordinal), "has a zone but is an item of no criterion");
        _zoneByItem = zoneByItem.ToFrozenDictionary(StringComparer.Ordinal);
        Zones = [.. Items.GroupBy(item => _zoneByItem[item], StringComparer.Ordinal).Select(zone => new ItemGroup(zone.Key, [.. zone]))];
    }

    /// <summary>The form: <c>electronic</c>, <c>paper</c> or <c>proactive</c>.</summary>
    public string Form { get; }

    /// <summary>The criteria in the order of the questionnaire.</summary>
    public ImmutableArray<ItemGroup> Criteria { get; }

    /// <summary>The zones in the order in which the questionnaire reaches them.</summary>
    public ImmutableArray<ItemGroup> Zones { get; }

    /// <summary>All items in the order of the questionnaire.</summary>
    public ImmutableArray<string> Items { get; }

    /// <summary>The zone of every item.</summary>
    public IReadOnlyDictionary<string, string> ZoneByItem => _zoneByItem;

    private static IEnumerable<string> Repeated(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key);

    private void Refuse(IEnumerable<string> ids, string fault)
    {
        if (ids.FirstOrDefault() is { } id)
        {
            throw new ArgumentException($"The layout of the form '{Form}' is wrong: '{id}' {fault}.");
        }
    }
}
