namespace Bot.Survey.Scoring;

/// <summary>What can be worked out from some sums: the span of their rows, by Gaussian elimination.</summary>
internal sealed class LinearSpan
{
    private const double Zero = 1e-9;
    private readonly int _columns;
    private readonly int _rows;
    private readonly List<(int Pivot, double[] Row)> _reduced = [];

    public LinearSpan(int columns, IReadOnlyList<double[]> rows)
    {
        (_columns, _rows) = (columns, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            // Behind the row stands which of the given rows it was made from.
            var row = new double[columns + rows.Count];
            rows[i].CopyTo(row, 0);
            row[columns + i] = 1;
            Reduce(row);
            var pivot = Array.FindIndex(row, 0, columns, value => Math.Abs(value) > Zero);
            if (pivot >= 0)
            {
                _reduced.Add((pivot, row));
            }
        }
    }

    /// <summary>Which rows take part in making a target; null where it cannot be made.</summary>
    public bool[]? Combination(double[] target)
    {
        var row = new double[_columns + _rows];
        target.CopyTo(row, 0);
        Reduce(row);
        return row.AsSpan(0, _columns).ContainsAnyExceptInRange(-Zero, Zero) || target.All(value => value == 0)
            ? null
            : [.. row.Skip(_columns).Select(value => Math.Abs(value) > Zero)];
    }

    private void Reduce(double[] row)
    {
        foreach (var (pivot, known) in _reduced)
        {
            var factor = row[pivot] / known[pivot];
            if (Math.Abs(factor) <= Zero)
            {
                continue;
            }

            for (var i = 0; i < row.Length; i++)
            {
                row[i] -= factor * known[i];
            }

            row[pivot] = 0;
        }
    }
}
