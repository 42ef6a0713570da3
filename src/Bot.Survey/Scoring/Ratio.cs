using System.Globalization;
using System.Numerics;

namespace Bot.Survey.Scoring;

/// <summary>
/// An exact rational number, always reduced. Scores are computed in it because binary and decimal fractions
/// lose the ties that rounding half up depends on. <c>default</c> is zero.
/// </summary>
public readonly struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    /// <summary>More bits of a quotient than a double holds, and few enough for a <see cref="ulong"/>.</summary>
    private const int QuotientBits = 62;

    private readonly BigInteger _denominator;

    /// <summary>The number <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Any whole number but zero.</param>
    /// <exception cref="ArgumentException">The denominator is zero.</exception>
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new ArgumentException("The denominator of a ratio must not be zero.", nameof(denominator));
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator in lowest terms, at least 1.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>The exact sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The exact product with a whole number.</summary>
    public static Ratio operator *(Ratio left, BigInteger right) => new(left.Numerator * right, left.Denominator);

    /// <summary>The exact quotient by a whole number.</summary>
    /// <exception cref="ArgumentException">The divisor is zero.</exception>
    public static Ratio operator /(Ratio left, BigInteger right) => new(left.Numerator, left.Denominator * right);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    /// <summary>Whether the left number is smaller.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is greater.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is not greater.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is not smaller.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <summary>The simple mean: the sum divided by the count.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static Ratio Mean(IEnumerable<Ratio> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sum = default(Ratio);
        var count = 0;
        foreach (var value in values)
        {
            sum += value;
            count++;
        }

        return count > 0 ? sum / count : throw new ArgumentException("The mean of no numbers is not defined.", nameof(values));
    }

    /// <summary>
    /// Rounds half up: a tie goes to the greater neighbour (4.605 to 4.61). The result keeps its trailing zeros,
    /// so that 4.8 rounded to two decimals prints as 4.80.
    /// </summary>
    /// <param name="decimals">Decimals to keep, 0–28.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0–28.</exception>
    /// <exception cref="OverflowException">The rounded number does not fit a <see cref="decimal"/>.</exception>
    public decimal RoundHalfUp(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 28);
        var twice = (2 * Numerator * BigInteger.Pow(10, decimals)) + Denominator;
        var quotient = BigInteger.DivRem(twice, 2 * Denominator, out var remainder);
        var floor = remainder.Sign < 0 ? quotient - 1 : quotient;
        return (decimal)floor * new decimal(1, 0, 0, false, (byte)decimals);
    }

    /// <summary>The nearest double, for output that is not rounded for display; never compute or round with it.</summary>
    public double ToDouble()
    {
        var shift = QuotientBits - (int)(Numerator.GetBitLength() - Denominator.GetBitLength());
        var (scaled, divisor) = shift >= 0 ? (BigInteger.Abs(Numerator) << shift, Denominator) : (BigInteger.Abs(Numerator), Denominator << -shift);
        var quotient = (ulong)BigInteger.DivRem(scaled, divisor, out var remainder);
        var sticky = remainder.IsZero ? 0UL : 1UL;
        return Numerator.Sign * Math.ScaleB((double)(quotient | sticky), -shift);
    }

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Ratio other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The number as <c>numerator/denominator</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
