using System.Globalization;
using Bot.Invitations;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>Where the systems that render services say so, or that an application was filed, and get an invitation for the recipient.</summary>
internal static class ReceiptEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder api) => api.MapPost("/receipts", TakeAsync)
        .RequireAuthorization(ApiPolicies.Coordinator).WithTags("receipts").WithSummary("A service was rendered, or applied for: gives back the invitation and its links.");

    private static async Task<Results<Ok<ReceiptAnswer>, Created<ReceiptAnswer>, ValidationProblem, ProblemHttpResult>> TakeAsync(
        ReceiptRequest body, HttpRequest request, ReceiptDesk desk, InvitationLinks links, [FromServices] ServiceCatalogue catalogue, TextCatalogue texts, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (body.Read(catalogue, [.. texts.Languages.Select(l => l.Code)], faults) is not { } receipt)
            return TypedResults.ValidationProblem(faults);
        var result = await desk.TakeAsync(receipt, cancellationToken);
        if (result.Differs)
            return TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, detail: "This receiptRef came before with another content.");
        var invitation = result.Invitation;
        var answer = new ReceiptAnswer(
            invitation.Id.ToString(CultureInfo.InvariantCulture), invitation.Token, invitation.ExpiresAt,
            new ReceiptLinks(links.Telegram(invitation.Token), links.Web(invitation.Token, request)));
        return result.IsNew ? TypedResults.Created(answer.Links.Web, answer) : TypedResults.Ok(answer);
    }
}

/// <param name="InvitationId">A text, for it has more digits than a number of JavaScript.</param>
internal sealed record ReceiptAnswer(string InvitationId, string Token, DateTimeOffset ExpiresAt, ReceiptLinks Links);

/// <param name="Telegram">Null while the bot's name is not known.</param>
internal sealed record ReceiptLinks(string? Telegram, string Web);
