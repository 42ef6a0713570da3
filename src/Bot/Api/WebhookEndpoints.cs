using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Bot.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Bot.Api;

/// <summary>Where a service system wants to be told what became of the invitations made with its key.</summary>
internal static class WebhookEndpoints
{
    private const string Missing = "This key has no webhook.";

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhook = api.MapGroup("/webhook").RequireAuthorization(ApiPolicies.Coordinator).WithTags("webhook");
        webhook.MapPut("", SetAsync).WithName("setWebhook").WithSummary("Registers the address to which this key's events are sent.")
            .WithDescription(
                "Each call makes a new secret, shown this once, and the one before is no longer used. Told are the events invitation.started and invitation.completed of the receipts sent "
                + "with this key, without answers: POST {\"id\": \"251529082861248511\", \"type\": \"invitation.started\", \"at\": \"2026-11-26T05:06:47.636089+00:00\", \"invitationId\": "
                + "\"251529082861248483\", \"receiptRef\": \"A-1\"}. It is signed as in Standard Webhooks: headers webhook-id, webhook-timestamp and webhook-signature, which is «v1,» and the "
                + "HMAC-SHA256 of «id.timestamp.body» in base64. Any 2xx within 10 seconds takes an event; redirects are not followed. Else it comes again after pauses that double from 30 seconds "
                + "to 6 hours, for 3 days. An event may come twice, with the same id, and out of order.");
        webhook.MapGet("", FindAsync).WithName("getWebhook").WithSummary("The registered address, and the events of which it could not be told.")
            .WithDescription("A failure is the newest attempt at an event; those with «nextAt» are tried again. The secret is not shown.").ProducesProblem(StatusCodes.Status404NotFound);
        webhook.MapDelete("", RemoveAsync).WithName("deleteWebhook").WithSummary("Ends the registration.")
            .WithDescription("Events that wait are dropped, and no more are kept.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<WebhookAnswer>, Created<WebhookAnswer>, ValidationProblem>> SetAsync(
        WebhookRequest body, ClaimsPrincipal user, WebhookDesk desk, IOptions<WebhooksOptions> options, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (body.Read(options.Value.AllowHttp, faults) is not { } url)
            return TypedResults.ValidationProblem(faults);
        var (view, secret, isNew) = await desk.SetAsync(user.KeyId(), url, user.Actor(), cancellationToken);
        var answer = WebhookAnswer.Of(view) with { Secret = secret.ToString() };
        return isNew ? TypedResults.Created((string?)null, answer) : TypedResults.Ok(answer);
    }

    private static async Task<Results<Ok<WebhookAnswer>, ProblemHttpResult>> FindAsync(ClaimsPrincipal user, WebhookDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(user.KeyId(), cancellationToken) is { } found
            ? TypedResults.Ok(WebhookAnswer.Of(found))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: Missing);

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(ClaimsPrincipal user, WebhookDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(user.KeyId(), user.Actor(), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: Missing);
}

internal sealed record WebhookRequest([property: Description("https, reachable from the internet, at most 1,000 characters.")] string? Url) : ApiRequest
{
    /// <summary>The address; null where there are faults, which are given by field.</summary>
    public Uri? Read(bool allowHttp, Dictionary<string, string[]> faults)
    {
        RefuseOthers(faults);
        if (WebhookAddress.Fault(Url, allowHttp) is { } fault)
            faults["url"] = [fault];
        return faults.Count == 0 && Url is not null ? new Uri(Url) : null;
    }
}

internal sealed record WebhookAnswer(
    string Url,
    DateTimeOffset CreatedAt,
    [property: Description("Events that are still tried.")] int Waiting,
    [property: Description("Events of the last 30 days that are not tried any more.")] int GivenUp,
    [property: Description("The newest 20 events of which an attempt has failed.")] IReadOnlyList<WebhookFailure> Failures,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("whsec_ and the key in base64; only in the answer to a registration.")] string? Secret = null)
{
    public static WebhookAnswer Of(WebhookView view) =>
        new(view.Row.Url, view.Row.CreatedAt, view.Waiting, view.GivenUp, [.. view.Failures.Select(e => new WebhookFailure(Text(e.Id), e.Type, e.At, Text(e.InvitationId), e.Attempts, e.Fault ?? "", e.DueAt))]);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

internal sealed record WebhookFailure(
    string Id,
    string Type,
    DateTimeOffset At,
    string InvitationId,
    int Attempts,
    [property: Description("The status of the last attempt's answer, timeout, or what happened on the way.")] string Fault,
    [property: Description("When the next attempt is made; null: given up.")] DateTimeOffset? NextAt);
