using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Bot.Invitations;

namespace Bot.Api;

/// <summary>An invitation, as the system hears of it whose receipt it is.</summary>
/// <param name="InvitationId">A text, for it has more digits than a number of JavaScript.</param>
internal sealed record ReceiptAnswer(
    [property: Description("Names the invitation in webhooks; opens nothing.")] string InvitationId,
    [property: Description("Opens the invitation: «/start TOKEN» in the bot, /s/TOKEN on the web.")] string Token,
    DateTimeOffset ExpiresAt,
    [property: Description("Whether the bot itself writes to the recipient.")] bool Direct,
    ReceiptLinks Links)
{
    public static ReceiptAnswer Of(ReceiptResult result, InvitationLinks links, HttpRequest request)
    {
        var (invitation, token) = (result.Invitation, result.Invitation.Token);
        return new ReceiptAnswer(
            invitation.Id.ToString(CultureInfo.InvariantCulture), token, invitation.ExpiresAt, result.IsDirect,
            new ReceiptLinks(links.Telegram(token), links.Web(token, request), new QrLinks(links.Qr(token, "png", request), links.Qr(token, "svg", request))));
    }
}

internal sealed record ReceiptLinks(
    [property: Description("The link to the bot; null while the bot's name is not known.")] string? Telegram,
    [property: Description("The link to the page, for SMS, e-mail and print.")] string Web,
    [property: Description("The same link as a picture.")] QrLinks Qr);

internal sealed record QrLinks(string Png, string Svg);

internal sealed record ReceiptBatch([property: Description("1 to 1,000 receipts.")] IReadOnlyList<ReceiptRequest?>? Receipts) : ApiRequest
{
    public const int Largest = 1000;

    /// <summary>The receipts; null where there are none, too many, or something else beside them, which is given by field.</summary>
    public IReadOnlyList<ReceiptRequest?>? Read(Dictionary<string, string[]> faults)
    {
        RefuseOthers(faults);
        if (Receipts is not { Count: >= 1 and <= Largest })
            faults["receipts"] = [$"must hold 1 to {Largest} receipts"];
        return faults.Count == 0 ? Receipts : null;
    }
}

internal sealed record ReceiptBatchAnswer(
    [property: Description("Receipts whose invitation is given back.")] int Taken,
    [property: Description("Receipts with faults.")] int Refused,
    [property: Description("One a receipt, in their order.")] IReadOnlyList<ReceiptBatchResult> Results);

internal sealed record ReceiptBatchResult(
    [property: Description("Place in the batch, from 0.")] int Index,
    string? ReceiptRef,
    [property: Description("201 new, 200 known, 400 faulty, 409 known with another content.")] int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReceiptAnswer? Invitation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("What is wrong, by field.")] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null);
