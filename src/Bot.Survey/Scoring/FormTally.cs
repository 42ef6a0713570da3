using System.Numerics;
using System.Runtime.InteropServices;

namespace Bot.Survey.Scoring;

/// <summary>
/// Everything the method counts of one form's responses: ratings by item, raters by criterion and by zone, respondents.
/// Counts are exact, and what has come to zero is not kept, so that a response added and taken away leaves no trace.
/// Not for use by several threads at once.
/// </summary>
public sealed class FormTally
{
    private readonly Dictionary<string, ItemTally> _items;
    private readonly Dictionary<string, long> _criterionRaters;
    private readonly Dictionary<string, long> _zoneRaters;

    /// <summary>The tally of nobody.</summary>
    public FormTally()
        : this(0, [], [], [])
    {
    }

    /// <summary>The tally that was stored as these counts.</summary>
    /// <param name="respondents">Submitted responses.</param>
    /// <param name="items">Ratings by item key.</param>
    /// <param name="criterionRaters">Respondents with at least one rating in a criterion, by criterion.</param>
    /// <param name="zoneRaters">Respondents with at least one rating in a zone, by zone.</param>
    /// <exception cref="ArgumentException">A key comes twice.</exception>
    public FormTally(
        long respondents,
        IEnumerable<KeyValuePair<string, ItemTally>> items,
        IEnumerable<KeyValuePair<string, long>> criterionRaters,
        IEnumerable<KeyValuePair<string, long>> zoneRaters)
    {
        Respondents = respondents;
        _items = new(items.Where(item => item.Value != default), StringComparer.Ordinal);
        _criterionRaters = new(criterionRaters.Where(criterion => criterion.Value != 0), StringComparer.Ordinal);
        _zoneRaters = new(zoneRaters.Where(zone => zone.Value != 0), StringComparer.Ordinal);
    }

    /// <summary>Submitted responses; negative in a tally of changes that took more away than they gave.</summary>
    public long Respondents { get; private set; }

    /// <summary>Ratings by item key; an item nobody rated is missing.</summary>
    public IReadOnlyDictionary<string, ItemTally> Items => _items;

    /// <summary>Respondents with at least one rating in a criterion, by criterion.</summary>
    public IReadOnlyDictionary<string, long> CriterionRaters => _criterionRaters;

    /// <summary>Respondents with at least one rating in a zone, by zone.</summary>
    public IReadOnlyDictionary<string, long> ZoneRaters => _zoneRaters;

    /// <summary>
    /// Adds one response or takes it away; an edit takes the old ratings away and adds the new ones. Refused input changes nothing.
    /// </summary>
    /// <param name="layout">The form that was answered.</param>
    /// <param name="ratings">The response's ratings, 1–5 by item key; an unrated item is missing.</param>
    /// <param name="sign">+1 to add the response, -1 to take it away.</param>
    /// <exception cref="ArgumentException">
    /// An item is not of this form, a rating is outside 1–5 (the message names both), or the sign is neither +1 nor -1.
    /// </exception>
    public void Add(FormLayout layout, IReadOnlyDictionary<string, int> ratings, int sign = 1)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(ratings);
        RefuseBadInput(layout, ratings, sign);
        Respondents += sign;
        foreach (var (item, rating) in ratings)
        {
            Change(_items, item, default(ItemTally).Add(rating, sign));
        }

        CountRaters(_criterionRaters, layout.Criteria.AsSpan(), ratings, sign);
        CountRaters(_zoneRaters, layout.Zones.AsSpan(), ratings, sign);
    }

    /// <summary>Adds all that another tally of the same form counts.</summary>
    /// <param name="other">The other tally; it is not changed.</param>
    public void Merge(FormTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Respondents += other.Respondents;
        ChangeAll(_items, other._items);
        ChangeAll(_criterionRaters, other._criterionRaters);
        ChangeAll(_zoneRaters, other._zoneRaters);
    }

    private static void RefuseBadInput(FormLayout layout, IReadOnlyDictionary<string, int> ratings, int sign)
    {
        if (sign is not (1 or -1))
        {
            throw new ArgumentOutOfRangeException(nameof(sign), sign, "A response is added (+1) or taken away (-1).");
        }

        foreach (var (item, rating) in ratings)
        {
            if (!layout.ZoneByItem.ContainsKey(item))
            {
                throw new ArgumentException($"'{item}' is not an item of the form '{layout.Form}'.", nameof(ratings));
            }

            if (rating is < ItemTally.Lowest or > ItemTally.Highest)
            {
                throw new ArgumentException($"The rating {rating} of the item '{item}' is outside 1 to 5.", nameof(ratings));
            }
        }
    }

    private static void CountRaters(
        Dictionary<string, long> raters, ReadOnlySpan<ItemGroup> groups, IReadOnlyDictionary<string, int> ratings, int sign)
    {
        foreach (var group in groups)
        {
            foreach (var item in group.Items)
            {
                if (ratings.ContainsKey(item))
                {
                    Change(raters, group.Id, sign);
                    break;
                }
            }
        }
    }

    private static void ChangeAll<T>(Dictionary<string, T> counts, Dictionary<string, T> changes)
        where T : struct, IEquatable<T>, IAdditionOperators<T, T, T>
    {
        foreach (var (key, change) in changes)
        {
            Change(counts, key, change);
        }
    }

    private static void Change<T>(Dictionary<string, T> counts, string key, T change)
        where T : struct, IEquatable<T>, IAdditionOperators<T, T, T>
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count += change;
        if (count.Equals(default))
        {
            counts.Remove(key);
        }
    }
}
