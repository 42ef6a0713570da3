using Bot.Api;
using Bot.Persistence;
using Bot.Survey.Catalogue;

namespace Bot.Invitations;

/// <summary>What the service's own system says of an application: that it was filed, or that the service was rendered.</summary>
/// <param name="RenderedAt">Null: there is no result yet; then it was filed.</param>
/// <param name="Recipient">The system's pseudonym of the person; null: not said.</param>
/// <param name="FiledAt">Null: not said.</param>
internal sealed record Receipt(
    string ReceiptRef, string Service, string Form, string Region, string? Channel, string? Language, DateTimeOffset? RenderedAt, string? Recipient = null,
    DateTimeOffset? FiledAt = null);

/// <summary>A receipt as it comes in.</summary>
/// <param name="ReceiptRef">The system's own reference, 1–128 characters, no telephone or identification number; the same one is the same receipt.</param>
/// <param name="Service">Id of the service.</param>
/// <param name="Form">electronic, paper or proactive.</param>
/// <param name="Region">Id of the region, or unknown.</param>
/// <param name="Channel">Option key of the question <c>channel</c>.</param>
/// <param name="Language">Language in which the recipient is to be addressed.</param>
/// <param name="RenderedAt">ISO 8601 with offset; missing while there is no result.</param>
/// <param name="Recipient">The system's pseudonym of the person, 1–128 characters, no telephone or identification number: whom the bot knows by it is invited in the chat.</param>
/// <param name="FiledAt">ISO 8601 with offset; required while there is no result.</param>
internal sealed record ReceiptRequest(
    string? ReceiptRef, string? Service, string? Form, string? Region, string? Channel = null, string? Language = null, string? RenderedAt = null, string? Recipient = null,
    string? FiledAt = null) : ApiRequest
{
    private const int LongestReference = 128;

    /// <summary>What is no receipt at all.</summary>
    public static readonly ReceiptRequest Nothing = new(null, null, null, null);

    /// <summary>The receipt; null where it has faults, which are given by field.</summary>
    public Receipt? Read(ServiceCatalogue catalogue, IReadOnlyList<string> languages, Dictionary<string, string[]> faults)
    {
        RefuseOthers(faults);
        Reference("receiptRef", ReceiptRef ?? "", faults);
        if (Recipient is not null)
            Reference("recipient", Recipient, faults);
        var service = catalogue.FindService(Service ?? "");
        if (service is null)
            faults["service"] = ["is no service of the catalogue"];
        OneOf("form", Form, service is null ? ServiceForms.All.Select(f => f.Id()) : service.Forms.Select(f => f.Id()), faults);
        OneOf("region", Region, [.. catalogue.Regions.Select(r => r.Id), Survey.Catalogue.Region.Unknown], faults);
        if (Channel is not null)
            OneOf("channel", Channel, catalogue.Channels.Where(c => faults.ContainsKey("form") || catalogue.FormOf(c)?.Id() == Form), faults);
        if (Language is not null)
            OneOf("language", Language, languages, faults);
        var filedAt = Time("filedAt", FiledAt, faults);
        var renderedAt = RenderedAt is null && FiledAt is not null ? null : Time("renderedAt", RenderedAt ?? "", faults);
        if (renderedAt < filedAt)
            faults["renderedAt"] = ["must not lie before filedAt"];
        return faults.Count == 0 ? new Receipt(ReceiptRef ?? "", Service ?? "", Form ?? "", Region ?? "", Channel, Language, renderedAt, Recipient, filedAt) : null;
    }

    private static DateTimeOffset? Time(string field, string? text, Dictionary<string, string[]> faults)
    {
        if (text is null)
            return null;
        if (IsoTime.TryParse(text, out var time))
            return time;
        faults[field] = ["allowed: " + IsoTime.Allowed];
        return null;
    }

    private static void Reference(string field, string text, Dictionary<string, string[]> faults)
    {
        if (text.Length > LongestReference || string.IsNullOrWhiteSpace(text))
            faults[field] = [$"must have 1 to {LongestReference} characters"];
        else if (PersonalNumber.Refusal(text) is { } refusal)
            faults[field] = [refusal];
    }

    private static void OneOf(string field, string? value, IEnumerable<string> allowed, Dictionary<string, string[]> faults)
    {
        var list = allowed.ToList();
        if (value is null || !list.Contains(value, StringComparer.Ordinal))
            faults[field] = [$"allowed: {string.Join(", ", list)}"];
    }
}
