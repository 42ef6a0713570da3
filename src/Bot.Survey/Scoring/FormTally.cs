namespace Bot.Survey.Scoring;

/// <summary>
/// Everything the method counts of one form's responses: respondents, ratings by item, raters by criterion and by zone, and what each two
/// items have in common. Counts are exact, and a response added and taken away leaves no trace. Not for use by several threads at once.
/// </summary>
public sealed class FormTally
{
    private readonly long[] _counts;

    /// <summary>The tally of nobody.</summary>
    /// <param name="layout">The form.</param>
    public FormTally(FormLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        _counts = new long[layout.Slots];
    }

    /// <summary>The tally that was stored as these counts.</summary>
    /// <param name="layout">The form.</param>
    /// <param name="counts">What <see cref="Counts"/> gave.</param>
    /// <exception cref="ArgumentException">They are not of a form with as many items.</exception>
    public FormTally(FormLayout layout, ReadOnlySpan<long> counts)
        : this(layout)
    {
        if (counts.Length != _counts.Length)
        {
            throw new ArgumentException($"The form '{layout.Form}' has {_counts.Length} counts, not {counts.Length}.", nameof(counts));
        }

        counts.CopyTo(_counts);
    }

    /// <summary>The form.</summary>
    public FormLayout Layout { get; }

    /// <summary>Submitted responses; negative in a tally of changes that took more away than they gave.</summary>
    public long Respondents => _counts[0];

    /// <summary>Whether nothing is counted.</summary>
    public bool IsEmpty => !_counts.AsSpan().ContainsAnyExcept(0);

    /// <summary>All counts in a fixed order of the form, to be stored.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>The number of people behind every unit: respondents, then the raters of each item, criterion and zone in the layout's order.</summary>
    public long[] Bases()
    {
        var bases = new long[Layout.BaseCount];
        for (var i = 0; i < Layout.GroupedSlots; i++)
        {
            bases[Layout.BaseOf(i)] += _counts[i];
        }

        return bases;
    }

    /// <summary>The ratings of all items together.</summary>
    public ItemTally Ratings => Sum(Enumerable.Range(0, Layout.Items.Length));

    /// <summary>How often an item got each rating.</summary>
    /// <param name="item">The item's place in the layout.</param>
    public ItemTally Item(int item)
    {
        var counts = _counts.AsSpan(FormLayout.ItemSlot(item), 5);
        return new ItemTally(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    /// <summary>How often an item got each rating.</summary>
    /// <param name="item">The item's key.</param>
    /// <exception cref="ArgumentException">The form has no such item.</exception>
    public ItemTally Item(string item) => Item(Layout.IndexOf(item));

    /// <summary>The ratings of some items together.</summary>
    /// <param name="items">Places in the layout.</param>
    public ItemTally Sum(IEnumerable<int> items) => items.Aggregate(default(ItemTally), (sum, item) => sum + Item(item));

    /// <summary>Respondents with at least one rating in a criterion.</summary>
    /// <param name="criterion">Its place in the layout.</param>
    public long CriterionRaters(int criterion) => _counts[Layout.CriterionSlot(criterion)];

    /// <summary>Respondents with at least one rating in a zone.</summary>
    /// <param name="zone">Its place in the layout.</param>
    public long ZoneRaters(int zone) => _counts[Layout.ZoneSlot(zone)];

    /// <summary>What two items have in common.</summary>
    /// <param name="first">Place of the item that comes first in the layout.</param>
    /// <param name="second">Place of the other.</param>
    public PairTally Pair(int first, int second)
    {
        var counts = _counts.AsSpan(Layout.PairSlot(first, second), 4);
        return new PairTally(counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>
    /// Adds one response or takes it away; an edit takes the old ratings away and adds the new ones. Refused input changes nothing.
    /// </summary>
    /// <param name="ratings">The response's ratings, 1–5 by item key; an unrated item is missing.</param>
    /// <param name="sign">+1 to add the response, -1 to take it away.</param>
    /// <exception cref="ArgumentException">
    /// An item is not of this form, a rating is outside 1–5 (the message names both), or the sign is neither +1 nor -1.
    /// </exception>
    public void Add(IReadOnlyDictionary<string, int> ratings, int sign = 1)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Span<byte> row = stackalloc byte[Layout.Items.Length];
        foreach (var (item, rating) in ratings)
        {
            var index = Layout.IndexOf(item);
            row[index] = rating is >= ItemTally.Lowest and <= ItemTally.Highest
                ? (byte)rating
                : throw new ArgumentException($"The rating {rating} of the item '{item}' is outside 1 to 5.", nameof(ratings));
        }

        Add(row, sign);
    }

    /// <summary>Adds one response or takes it away, given as one rating for every item in the layout's order; 0: not rated.</summary>
    /// <param name="ratings">0–5 for every item.</param>
    /// <param name="sign">+1 to add the response, -1 to take it away.</param>
    /// <exception cref="ArgumentException">The sign is neither +1 nor -1, or there are not as many ratings as items.</exception>
    public void Add(ReadOnlySpan<byte> ratings, int sign = 1)
    {
        if (sign is not (1 or -1))
        {
            throw new ArgumentOutOfRangeException(nameof(sign), sign, "A response is added (+1) or taken away (-1).");
        }

        if (ratings.Length != Layout.Items.Length)
        {
            throw new ArgumentException($"The form '{Layout.Form}' has {Layout.Items.Length} items, not {ratings.Length}.", nameof(ratings));
        }

        _counts[0] += sign;
        var groups = 0UL;
        for (var i = 0; i < ratings.Length; i++)
        {
            if (ratings[i] == 0)
            {
                continue;
            }

            _counts[FormLayout.ItemSlot(i) + ratings[i] - 1] += sign;
            groups |= Layout.GroupsOf(i);
            AddPairs(ratings, i, sign);
        }

        for (var slot = Layout.CriterionSlot(0); groups != 0; groups >>= 1, slot++)
        {
            _counts[slot] += sign * (long)(groups & 1);
        }
    }

    /// <summary>Adds to one of <see cref="Counts"/>.</summary>
    /// <param name="slot">Its place.</param>
    /// <param name="count">How much.</param>
    public void Add(int slot, long count) => _counts[slot] += count;

    /// <summary>Adds all that another tally of the same form counts, or takes it away.</summary>
    /// <param name="other">The other tally; it is not changed.</param>
    /// <param name="sign">+1 to add, -1 to take away.</param>
    /// <exception cref="ArgumentException">It is of another form.</exception>
    public void Merge(FormTally other, int sign = 1)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._counts.Length != _counts.Length || other.Layout.Form != Layout.Form)
        {
            throw new ArgumentException($"A tally of the form '{other.Layout.Form}' cannot be added to one of '{Layout.Form}'.", nameof(other));
        }

        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += sign * other._counts[i];
        }
    }

    private void AddPairs(ReadOnlySpan<byte> ratings, int first, int sign)
    {
        var slot = Layout.PairSlot(first, first + 1);
        var lost = 5 - ratings[first];
        for (var second = first + 1; second < ratings.Length; second++, slot += 4)
        {
            if (ratings[second] == 0)
            {
                continue;
            }

            var other = 5 - ratings[second];
            _counts[slot] += sign;
            _counts[slot + 1] += sign * lost;
            _counts[slot + 2] += sign * other;
            _counts[slot + 3] += sign * lost * other;
        }
    }
}
