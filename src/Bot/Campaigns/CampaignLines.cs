using Bot.Survey.Catalogue;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>Reads the table of the people to invite.</summary>
internal sealed class CampaignLines(ServiceCatalogue catalogue, TextCatalogue texts, CampaignAccess access, List<CampaignFault> faults)
{
    public const string Ref = "ref";
    public const string Service = "service";
    public const string Form = "form";
    public const string Region = "region";
    public const string Language = "language";
    public const string Recipient = "recipient";
    public const int Longest = 128;

    private readonly List<CampaignLine> _lines = [];
    private readonly Dictionary<string, int> _refs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _recipients = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Required { get; } = [Ref, Service, Form, Region, Language];

    public IReadOnlyList<CampaignLine> Lines => _lines;

    public void Read(IEnumerable<SheetRow> rows)
    {
        SheetHeader? header = null;
        var count = 0;
        foreach (var row in rows.Where(row => !row.IsEmpty))
        {
            if (header is null)
            {
                if ((header = SheetHeader.Read(row, Required, [Recipient], faults)) is null)
                    return;
            }
            else if (++count > CampaignFileReader.MostLines)
            {
                faults.Add(new CampaignFault(row.Line, "", CampaignFault.TooManyLines));
                return;
            }
            else if (Read(header, row) is { } line)
            {
                _lines.Add(line);
            }
        }

        if (count == 0 && faults.Count == 0)
            faults.Add(new CampaignFault(1, "", CampaignFault.Empty));
    }

    private CampaignLine? Read(SheetHeader header, SheetRow row)
    {
        var before = faults.Count;
        var line = new CampaignLine(
            row.Line, header.Cell(row, Ref), header.Cell(row, Service), header.Cell(row, Form), header.Cell(row, Region), header.Cell(row, Language),
            header.Cell(row, Recipient) is { Length: > 0 } recipient ? recipient : null);
        if (header.IsTooLong(row))
            Fault(row.Line, "", CampaignFault.Malformed);
        else if (row.HasDate)
            Fault(row.Line, "", CampaignFault.Date);
        else
            Check(line);
        return faults.Count == before ? line : null;
    }

    private void Check(CampaignLine line)
    {
        if (IsFilled(line, Ref, line.Ref) && !_refs.TryAdd(line.Ref, line.Line))
            Fault(line.Line, Ref, CampaignFault.RefTwice, _refs[line.Ref]);
        if (line.Recipient is { } recipient && IsFilled(line, Recipient, recipient) && !_recipients.TryAdd(recipient, line.Line))
            Fault(line.Line, Recipient, CampaignFault.RecipientTwice, _recipients[recipient]);
        var service = catalogue.FindService(line.Service);
        if (IsFilled(line, Service, line.Service) && service is null)
            Fault(line.Line, Service, CampaignFault.Service);
        if (IsFilled(line, Form, line.Form) && !(service?.Forms ?? ServiceForms.All).Any(form => form.Id() == line.Form))
            Fault(line.Line, Form, CampaignFault.Form);
        var region = IsFilled(line, Region, line.Region) && (line.Region == Survey.Catalogue.Region.Unknown || catalogue.FindRegion(line.Region) is not null);
        if (!region && line.Region.Length > 0)
            Fault(line.Line, Region, CampaignFault.Region);
        if (IsFilled(line, Language, line.Language) && !texts.Languages.Any(language => language.Code == line.Language))
            Fault(line.Line, Language, CampaignFault.Language);
        if (service is not null && region && !access.Allows(line.Service, line.Region))
            Fault(line.Line, Service, CampaignFault.Scope);
    }

    private bool IsFilled(CampaignLine line, string column, string value)
    {
        if (value.Length is > 0 and <= Longest)
            return true;
        Fault(line.Line, column, value.Length == 0 ? CampaignFault.Missing : CampaignFault.TooLong);
        return false;
    }

    private void Fault(int line, string column, string code, int? other = null) => faults.Add(new CampaignFault(line, column, code, other));
}
