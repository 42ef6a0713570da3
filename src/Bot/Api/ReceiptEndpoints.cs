using System.Security.Claims;
using Bot.Invitations;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>Where the systems that render services say so, or that an application was filed, and get an invitation for the recipient.</summary>
internal static class ReceiptEndpoints
{
    private const string Differs = "This receiptRef came before with another content.";

    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        var receipts = api.MapGroup("/receipts").RequireAuthorization(ApiPolicies.Coordinator).WithTags("receipts");
        receipts.MapPost("", TakeAsync).WithName("takeReceipt").WithSummary("A service was rendered, or applied for: gives back the invitation and its links.")
            .WithDescription(
                "Idempotent by receiptRef: 201 the first time, 200 with the same answer when it comes again, 409 when its content is another. "
                + "Where the service takes long, filedAt alone gives the invitation, and the same receiptRef with renderedAt completes it: 200, and who waits for the result is asked. A member that is not described here is refused by its name. "
                + "The bot itself writes to a recipient whom it knows, who has not opted out and was not invited lately; then «direct» is true and nobody else need write.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        receipts.MapPost("/batch", TakeBatchAsync).WithName("takeReceipts").WithSummary($"Up to {ReceiptBatch.Largest} receipts at once, each taken or refused by itself.")
            .WithDescription(
                "The good ones are taken in one transaction and the faulty ones reported; as receipts are idempotent, a batch can be mended and sent again as a whole. "
                + "A result has the index of its receipt and the status that the receipt would have got alone: 201, 200, 400 with errors by field, or 409.");
    }

    private static async Task<Results<Ok<ReceiptAnswer>, Created<ReceiptAnswer>, ValidationProblem, ProblemHttpResult>> TakeAsync(
        ReceiptRequest body, HttpRequest request, ClaimsPrincipal user, ReceiptDesk desk, InvitationLinks links, [FromServices] ServiceCatalogue catalogue, TextCatalogue texts,
        CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (body.Read(catalogue, [.. texts.Languages.Select(l => l.Code)], faults) is not { } receipt)
            return TypedResults.ValidationProblem(faults);
        var result = (await desk.TakeAsync([receipt], user.KeyId(), cancellationToken))[0];
        if (result.Differs)
            return TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, detail: Differs);
        var answer = ReceiptAnswer.Of(result, links, request);
        return result.IsNew ? TypedResults.Created(answer.Links.Web, answer) : TypedResults.Ok(answer);
    }

    private static async Task<Results<Ok<ReceiptBatchAnswer>, ValidationProblem>> TakeBatchAsync(
        ReceiptBatch body, HttpRequest request, ClaimsPrincipal user, ReceiptDesk desk, InvitationLinks links, [FromServices] ServiceCatalogue catalogue, TextCatalogue texts,
        CancellationToken cancellationToken)
    {
        var batchFaults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (body.Read(batchFaults) is not { } receipts)
            return TypedResults.ValidationProblem(batchFaults);
        var languages = texts.Languages.Select(l => l.Code).ToList();
        var answers = new ReceiptBatchResult[receipts.Count];
        var good = new List<(int Index, Receipt Receipt)>(receipts.Count);
        for (var i = 0; i < answers.Length; i++)
        {
            var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
            if ((receipts[i] ?? ReceiptRequest.Nothing).Read(catalogue, languages, faults) is { } receipt)
                good.Add((i, receipt));
            else
                answers[i] = new ReceiptBatchResult(i, receipts[i]?.ReceiptRef, StatusCodes.Status400BadRequest, Errors: faults);
        }

        var results = await desk.TakeAsync(good.ConvertAll(g => g.Receipt), user.KeyId(), cancellationToken);
        foreach (var ((index, receipt), result) in good.Zip(results))
        {
            answers[index] = result.Differs
                ? new ReceiptBatchResult(index, receipt.ReceiptRef, StatusCodes.Status409Conflict, Detail: Differs)
                : new ReceiptBatchResult(
                    index, receipt.ReceiptRef, result.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, ReceiptAnswer.Of(result, links, request));
        }

        return TypedResults.Ok(new ReceiptBatchAnswer(answers.Count(a => a.Invitation is not null), answers.Count(a => a.Invitation is null), answers));
    }
}
