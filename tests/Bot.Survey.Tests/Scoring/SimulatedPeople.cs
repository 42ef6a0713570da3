using Bot.Survey.Scoring;

namespace Bot.Survey.Tests.Scoring;

/// <summary>
/// People whose ratings are known to come from one population: most are 5s, a person's answers are correlated (one latent mood a person), and what
/// stands behind a gate few rate, and worse. The mean that an endless survey would give is known.
/// </summary>
internal sealed class SimulatedPeople(double fives, double mood, double[] others, int seed)
{
    private const double WorseBehindGates = 0.08;
    private static readonly FormLayout Layout = Layouts.Electronic;
    private readonly Random _random = new(seed);
    private readonly (double[] Cuts, double Mean) _open = Cuts(fives, others);
    private readonly (double[] Cuts, double Mean) _gated = Cuts(fives - WorseBehindGates, others);

    /// <summary>Others than 5s, from 1 to 4: mostly 4s, or mostly 1s.</summary>
    public static readonly double[] Mild = [0.08, 0.12, 0.25, 0.55], Harsh = [0.4, 0.1, 0.2, 0.3];

    public FormTally Survey(int people)
    {
        var tally = new FormTally(Layout);
        Span<byte> row = stackalloc byte[Layout.Items.Length];
        for (var i = 0; i < people; i++)
        {
            Person(row);
            tally.Add(row);
        }

        return tally;
    }

    /// <summary>The mean that the method would give this population by the criteria that were rated.</summary>
    public double TrueMean(FormTally tally) => Layout.Criteria
        .Select(criterion => criterion.Items.Where(item => tally.Item(item).Raters > 0).Select(item => (Layouts.Gated.Contains(item) ? _gated : _open).Mean).ToList())
        .Where(items => items.Count > 0).Average(items => items.Average());

    /// <summary>The correlation of two ratings of one person.</summary>
    public double Correlation(int people)
    {
        var (tally, first, second) = (Survey(people), Layout.IndexOf("info_clear"), Layout.IndexOf("speed"));
        var (pair, x, y) = (tally.Pair(first, second), tally.Item(first), tally.Item(second));
        double Lost(ItemTally item) => (5.0 * item.Raters - item.Sum) / item.Raters;
        double Variance(ItemTally item) => ((double)item.SquaresLost / item.Raters) - (Lost(item) * Lost(item));
        return (((double)pair.Product / pair.Raters) - (Lost(x) * Lost(y))) / Math.Sqrt(Variance(x) * Variance(y));
    }

    private void Person(Span<byte> row)
    {
        var own = Normal() * Math.Sqrt(mood);
        var (paid, assisted, complained) = (_random.NextDouble() < 0.3, _random.NextDouble() < 0.2, _random.NextDouble() < 0.12);
        for (var i = 0; i < row.Length; i++)
        {
            var open = Layout.Items[i] switch
            {
                "sum_ok" or "pay_method" => paid,
                "va_full" or "va_speed" => assisted,
                "answer_fast" or "measures_ok" => complained,
                _ => _random.NextDouble() > 0.03,
            };
            row[i] = open ? Rating(own + (Math.Sqrt(1 - mood) * Normal()), Layouts.Gated.Contains(Layout.Items[i]) ? _gated.Cuts : _open.Cuts) : (byte)0;
        }
    }

    private static byte Rating(double feeling, double[] cuts) => (byte)(1 + cuts.Count(cut => feeling > cut));

    private static (double[] Cuts, double Mean) Cuts(double fives, double[] others)
    {
        var shares = others.Select(share => share * (1 - fives)).ToArray();
        return ([.. shares.Index().Select(share => Quantile(shares.Take(share.Index + 1).Sum()))], (5 * fives) + shares.Index().Sum(share => (share.Index + 1) * share.Item));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static double Quantile(double share)
    {
        var (low, high) = (-8.0, 8.0);
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = NormalShare(middle) < share ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Abramowitz and Stegun, «Handbook of Mathematical Functions», 26.2.17; off by less than 7.5e-8.</summary>
    private static double NormalShare(double x)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        var tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x >= 0 ? 1 - tail : tail;
    }
}
