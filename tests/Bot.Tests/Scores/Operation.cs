using Bot.Survey.Scoring;
using Bot.Survey.Tests.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Scores;

public enum OperationKind
{
    Submit,
    Change,
    Erase,
    Import,
    Suspect,
    Release,
    Confirm,
    Return,
    Fold,
}

/// <summary>Something that happens to the scores.</summary>
/// <param name="Which">Which response is changed, erased or doubted, counted around.</param>
public sealed record Operation(OperationKind Kind, int Which, string Service, string Form, string Region, IReadOnlyDictionary<string, int> Ratings)
{
    public Dictionary<string, int> RatingsOf() => Ratings.ToDictionary();
}

/// <summary>Makes operations on three services in two forms and three regions; any item may stay unrated.</summary>
public static class OperationArbitrary
{
    public static Arbitrary<Operation> Operations()
    {
        var ratings = Gen.Frequency((3, Gen.Constant(0)), (7, Gen.Choose(1, 5)));
        var operations =
            from kind in Gen.Frequency((6, Gen.Constant(OperationKind.Submit)), (2, Gen.Constant(OperationKind.Change)), (2, Gen.Constant(OperationKind.Erase)),
                (1, Gen.Constant(OperationKind.Import)), (2, Gen.Constant(OperationKind.Suspect)), (2, Gen.Constant(OperationKind.Release)),
                (1, Gen.Constant(OperationKind.Confirm)), (1, Gen.Constant(OperationKind.Return)), (1, Gen.Constant(OperationKind.Fold)))
            from which in Gen.Choose(0, 1000)
            from service in Gen.Elements("601001", "705002", "3105001")
            from layout in Gen.Elements(Layouts.Electronic, Layouts.Paper)
            from region in Gen.Elements("astana", "abai", "unknown")
            from row in Gen.ArrayOf(ratings, layout.Items.Length)
            select new Operation(kind, which, service, layout.Form, region, Named(layout, row));
        return operations.ToArbitrary();
    }

    private static Dictionary<string, int> Named(FormLayout layout, int[] row) =>
        layout.Items.Zip(row).Where(item => item.Second > 0).ToDictionary(item => item.First, item => item.Second);
}
