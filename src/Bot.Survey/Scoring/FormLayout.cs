using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Survey.Scoring;

/// <summary>What the scoring method needs to know of a questionnaire: its criteria, their items and the zone of each item.</summary>
public sealed class FormLayout
{
    private const int MostGroups = 64;
    private readonly FrozenDictionary<string, string> _zoneByItem;
    private readonly FrozenDictionary<string, int> _index;
    private readonly ulong[] _groups;

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
        Refuse(Criteria.Length + Zones.Length > MostGroups ? [form] : [], $"has more than {MostGroups} criteria and zones");
        _index = Items.Index().ToFrozenDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        _groups = [.. Items.Select(item => Bits(Criteria, item, 0) | Bits(Zones, item, Criteria.Length))];
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

    /// <summary>How many numbers a tally of this form holds: respondents, 5 an item, 1 a criterion and a zone, 4 a pair of items.</summary>
    public int Slots => PairSlot(Items.Length - 1, Items.Length);

    /// <summary>How many of the numbers of a tally say who rated what: all before the pairs.</summary>
    public int GroupedSlots => ZoneSlot(Zones.Length);

    /// <summary>How many units a form has: itself, its items, criteria and zones.</summary>
    public int BaseCount => 1 + Items.Length + Criteria.Length + Zones.Length;

    /// <summary>To the base of which unit a number of a tally belongs: the five of an item to the item's.</summary>
    /// <param name="slot">A place before <see cref="GroupedSlots"/>.</param>
    public int BaseOf(int slot) => slot == 0 ? 0 : slot < ItemSlot(Items.Length) ? 1 + ((slot - 1) / 5) : slot - (4 * Items.Length);

    /// <summary>An item's place in <see cref="Items"/>.</summary>
    /// <param name="item">The item's key.</param>
    /// <exception cref="ArgumentException">The form has no such item.</exception>
    public int IndexOf(string item) =>
        _index.TryGetValue(item, out var index) ? index : throw new ArgumentException($"'{item}' is not an item of the form '{Form}'.", nameof(item));

    /// <summary>An item's place in <see cref="Items"/>, by a part of a longer text.</summary>
    /// <param name="item">The item's key.</param>
    /// <param name="index">The place; 0 where the form has no such item.</param>
    public bool TryIndexOf(ReadOnlySpan<char> item, out int index) => _index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(item, out index);

    internal static int ItemSlot(int item) => 1 + (5 * item);

    internal int CriterionSlot(int criterion) => ItemSlot(Items.Length) + criterion;

    internal int ZoneSlot(int zone) => CriterionSlot(Criteria.Length) + zone;

    internal int PairSlot(int first, int second) =>
        ZoneSlot(Zones.Length) + (4 * ((first * ((2 * Items.Length) - first - 1) / 2) + second - first - 1));

    /// <summary>The criterion and the zone of an item: a bit for each, in the order of their slots.</summary>
    internal ulong GroupsOf(int item) => _groups[item];

    private static ulong Bits(ImmutableArray<ItemGroup> groups, string item, int shift) =>
        groups.Index().Where(group => group.Item.Items.Contains(item)).Aggregate(0UL, (bits, group) => bits | 1UL << (group.Index + shift));

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
