using System.Globalization;
using Bot.Responses;

namespace Bot.Invitations.Funnels;

/// <summary>The parts of a split as a table, one line each.</summary>
internal static class FunnelCsv
{
    public const string MediaType = "text/csv";

    private static readonly string[] Columns =
    [
        "key", "name", "invited", "delivered", "opened", "started", "completed",
        .. Enum.GetValues<FunnelEnd>().Where(end => end != FunnelEnd.Completed).Select(FunnelView.Id),
        "rr1", "coop1", "ref1", "con1", "completion",
    ];

    public static async Task<byte[]> WriteAsync(
        IReadOnlyDictionary<string, FunnelCounts> parts, IReadOnlyDictionary<string, string> names, bool forSpreadsheets, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var csv = await CsvFiles.CreateAsync(stream, forSpreadsheets, cancellationToken))
        {
            await csv.WriteLineAsync(Columns, cancellationToken);
            foreach (var (key, counts) in parts)
                await csv.WriteLineAsync([key, names[key], .. Figures(counts)], cancellationToken);
        }

        return stream.ToArray();
    }

    private static IEnumerable<string?> Figures(FunnelCounts counts)
    {
        var rates = counts.Rates();
        var numbers = Enum.GetValues<FunnelStep>().Select(counts.Reached).Concat(Enum.GetValues<FunnelEnd>().Where(end => end != FunnelEnd.Completed).Select(counts.Of));
        decimal?[] shares = [rates.Rr1, rates.Coop1, rates.Ref1, rates.Con1, rates.Completion];
        return [.. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)), .. shares.Select(s => s?.ToString(CultureInfo.InvariantCulture))];
    }
}
