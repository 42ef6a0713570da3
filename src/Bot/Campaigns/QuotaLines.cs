using System.Globalization;
using Bot.Survey.Catalogue;

namespace Bot.Campaigns;

/// <summary>Reads targets: the second sheet of a workbook, or lines that a person typed, «1403024 electronic astana 400». «*»: all together.</summary>
internal sealed class QuotaLines(ServiceCatalogue catalogue, CampaignAccess access, List<CampaignFault> faults)
{
    /// <summary>Stands before the name of a column of the second sheet: its lines are counted by themselves.</summary>
    public const string Sheet = "targets.";

    private const string Target = "target";
    private const string All = "*";
    public static IReadOnlyList<string> Required { get; } = [CampaignLines.Service, CampaignLines.Form, CampaignLines.Region, Target];
    private readonly Dictionary<(string, string, string), QuotaLine> _lines = [];

    /// <summary>One a cell; the last word counts.</summary>
    public IReadOnlyList<QuotaLine> Lines => [.. _lines.Values];

    public void Read(IEnumerable<SheetRow> rows)
    {
        SheetHeader? header = null;
        var found = new List<CampaignFault>();
        foreach (var row in rows.Where(row => !row.IsEmpty))
        {
            if (header is not null)
                Add(found, row.Line, header.Cell(row, CampaignLines.Service), header.Cell(row, CampaignLines.Form), header.Cell(row, CampaignLines.Region), header.Cell(row, Target));
            else if ((header = SheetHeader.Read(row, Required, [], found)) is null)
                break;
        }

        faults.AddRange(found.Select(fault => fault with { Column = Sheet + fault.Column }));
    }

    public void ReadTyped(string text)
    {
        var number = 0;
        foreach (var words in text.Split('\n').Select(line => line.Split((char[])[' ', ',', ';', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)))
        {
            number++;
            if (words is [var service, var form, var region, var target])
                Add(faults, number, service, form, region, target);
            else if (words.Length > 0)
                faults.Add(new CampaignFault(number, "", CampaignFault.Malformed));
        }
    }

    private void Add(List<CampaignFault> found, int line, string serviceId, string form, string region, string typed)
    {
        (form, region) = (form == All ? "" : form, region == All ? "" : region);
        var service = catalogue.FindService(serviceId);
        var isForm = form.Length == 0 || service?.Forms.Any(f => f.Id() == form) == true;
        var isRegion = region.Length == 0 || region == Region.Unknown || catalogue.FindRegion(region) is not null;
        var isTarget = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var target) && target is >= 1 and <= QuotaLine.Most;
        var (column, code) = (service, isForm, isRegion, isTarget) switch
        {
            (null, _, _, _) => (CampaignLines.Service, CampaignFault.Service),
            (_, false, _, _) => (CampaignLines.Form, CampaignFault.Form),
            (_, _, false, _) => (CampaignLines.Region, CampaignFault.Region),
            (_, _, _, false) => (Target, CampaignFault.Target),
            _ => access.Allows(serviceId, region) ? ("", null) : (CampaignLines.Service, CampaignFault.Scope),
        };
        if (code is not null)
            found.Add(new CampaignFault(line, column, code));
        else
            _lines[(serviceId, form, region)] = new QuotaLine(serviceId, form, region, target);
    }
}
