using System.Numerics;

namespace Bot.Survey.Scoring;

/// <summary>
/// How often an item got each rating from 1 to 5. A tally of changes (an answer edited or erased) may hold negative
/// counts; a tally that is scored must not. <c>default</c> is the tally of nobody.
/// </summary>
/// <param name="Ones">Number of 1s.</param>
/// <param name="Twos">Number of 2s.</param>
/// <param name="Threes">Number of 3s.</param>
/// <param name="Fours">Number of 4s.</param>
/// <param name="Fives">Number of 5s: those fully satisfied.</param>
public readonly record struct ItemTally(long Ones, long Twos, long Threes, long Fours, long Fives)
    : IAdditionOperators<ItemTally, ItemTally, ItemTally>
{
    /// <summary>The lowest rating of the scale.</summary>
    public const int Lowest = 1;

    /// <summary>The highest rating of the scale.</summary>
    public const int Highest = 5;

    /// <summary>Number of people who rated the item: its base.</summary>
    public long Raters => Ones + Twos + Threes + Fours + Fives;

    /// <summary>Sum of all ratings.</summary>
    public long Sum => Ones + (2 * Twos) + (3 * Threes) + (4 * Fours) + (5 * Fives);

    /// <summary>Squares of the points lost (5 less the rating), summed over all raters.</summary>
    public long SquaresLost => (16 * Ones) + (9 * Twos) + (4 * Threes) + Fours;

    /// <summary>Whether some rating was taken away more often than it was given.</summary>
    public bool HasNegativeCount => (Ones | Twos | Threes | Fours | Fives) < 0;

    /// <summary>The counts of both tallies together.</summary>
    public static ItemTally operator +(ItemTally left, ItemTally right) => new(
        left.Ones + right.Ones, left.Twos + right.Twos, left.Threes + right.Threes, left.Fours + right.Fours, left.Fives + right.Fives);

    /// <summary>The counts of the left tally without those of the right one.</summary>
    public static ItemTally operator -(ItemTally left, ItemTally right) => new(
        left.Ones - right.Ones, left.Twos - right.Twos, left.Threes - right.Threes, left.Fours - right.Fours, left.Fives - right.Fives);

    /// <summary>This tally with one rating given or taken away.</summary>
    /// <param name="rating">1–5.</param>
    /// <param name="sign">+1 to give the rating, -1 to take it away.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rating is outside 1–5 or the sign is neither +1 nor -1.</exception>
    public ItemTally Add(int rating, int sign = 1)
    {
        if (sign is not (1 or -1))
        {
            throw new ArgumentOutOfRangeException(nameof(sign), sign, "A rating is given (+1) or taken away (-1).");
        }

        return rating switch
        {
            1 => this with { Ones = Ones + sign },
            2 => this with { Twos = Twos + sign },
            3 => this with { Threes = Threes + sign },
            4 => this with { Fours = Fours + sign },
            5 => this with { Fives = Fives + sign },
            _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is 1 to 5."),
        };
    }
}
