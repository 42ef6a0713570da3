using Bot.Persistence.Entities;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>Says what is wrong with a line.</summary>
internal sealed class FaultTexts(TextCatalogue texts)
{
    public string Of(CampaignFaultRow fault, string language) => Of(new CampaignFault(fault.Line, fault.Column, fault.Code, fault.Other), language);

    public string Of(CampaignFault fault, string language) => texts.Format(
        language, "coordinator.fault." + fault.Code,
        ("column", fault.IsOfTargets ? fault.Column[QuotaLines.Sheet.Length..] : fault.Column),
        ("columns", string.Join(", ", fault.IsOfTargets ? QuotaLines.Required : CampaignLines.Required.Append(CampaignLines.Recipient))),
        ("languages", string.Join(", ", texts.Languages.Select(l => l.Code))),
        ("line", fault.Other ?? 0),
        ("n", fault.Code switch { CampaignFault.TooManyLines => CampaignFileReader.MostLines, CampaignFault.Target => QuotaLine.Most, _ => CampaignLines.Longest }));

    public string Line(CampaignFaultRow fault, string language) => Line(new CampaignFault(fault.Line, fault.Column, fault.Code, fault.Other), language);

    public string Line(CampaignFault fault, string language) =>
        texts.Format(language, fault.IsOfTargets ? "coordinator.fault_line_targets" : "coordinator.fault_line", ("line", fault.Line), ("fault", Of(fault, language)));
}
