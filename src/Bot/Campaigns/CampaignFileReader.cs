using System.Text;
using System.Xml;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>
/// Reads a file of people to invite and finds every fault in it. A workbook's second sheet may hold targets. The whole file is looked over for
/// personal data first: where there is any, nothing of it is given on.
/// </summary>
internal sealed class CampaignFileReader(ServiceCatalogue catalogue, TextCatalogue texts)
{
    public const int MostBytes = 28_000_000;
    public const int MostLines = 200_000;

    public CampaignFile Read(byte[] content, CampaignAccess access)
    {
        var faults = new List<CampaignFault>();
        try
        {
            return WorkbookSheets.IsWorkbook(content) ? ReadWorkbook(content, access, faults) : ReadCsv(content, access, faults);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return Refused(new CampaignFault(1, "", CampaignFault.Unreadable));
        }
    }

    private CampaignFile ReadCsv(byte[] content, CampaignAccess access, List<CampaignFault> faults)
    {
        // In another encoding digits and Latin letters are the same.
        if (!TryDecode(content, out var text))
            return IsPersonal(Encoding.Latin1.GetString(content)) ? CampaignFile.Personal : Refused(new CampaignFault(1, "", CampaignFault.NotUtf8));
        if (IsPersonal(text))
            return CampaignFile.Personal;
        var people = new CampaignLines(catalogue, texts, access, faults);
        people.Read(CsvSheet.Read(text, faults));
        return Result(people, [], faults);
    }

    private CampaignFile ReadWorkbook(byte[] content, CampaignAccess access, List<CampaignFault> faults)
    {
        var sheets = WorkbookSheets.Read(content);
        if (sheets.Any(sheet => sheet.Any(IsPersonal)))
            return CampaignFile.Personal;
        var people = new CampaignLines(catalogue, texts, access, faults);
        people.Read(sheets.Count > 0 ? sheets[0] : []);
        var quotas = new QuotaLines(catalogue, access, faults);
        if (sheets.Count > 1)
            quotas.Read(sheets[1]);
        return Result(people, quotas.Lines, faults);
    }

    private static CampaignFile Result(CampaignLines people, IReadOnlyList<QuotaLine> quotas, List<CampaignFault> faults) =>
        new(false, people.Lines, quotas, [.. faults.OrderBy(fault => fault.IsOfTargets).ThenBy(fault => fault.Line)]);

    private static CampaignFile Refused(CampaignFault fault) => new(false, [], [], [fault]);

    private static bool TryDecode(byte[] content, out string text)
    {
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content.AsSpan(Encoding.UTF8.Preamble.Length) : content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    // As it stands, line by line: what is malformed is looked at too.
    private static bool IsPersonal(string text)
    {
        var first = true;
        foreach (var line in text.EnumerateLines())
        {
            var row = line.ToString();
            if (PersonalDataCheck.IsIn(row) || (first && PersonalDataCheck.IsName(row)))
                return true;
            first &= row.Length == 0;
        }

        return false;
    }

    private static bool IsPersonal(SheetRow row) => row.Cells.Any(PersonalDataCheck.IsIn) || (row.Line == 1 && row.Cells.Any(PersonalDataCheck.IsName));
}
