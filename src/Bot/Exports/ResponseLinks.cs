using System.Globalization;
using Bot.Channels.DirectLine;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Persistence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Exports;

/// <summary>
/// Links for files that no chat takes. A link is signed and stored nowhere: what it gives is written as it is fetched, by whichever
/// replica, as long as whom it was made for is an administrator.
/// </summary>
internal sealed class ResponseLinks(SignedText signed, IOptions<WebOptions> web, IDbContextFactory<BotDbContext> contexts, ResponseArchive archive, TimeProvider time)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);
    private const string Path = "/exports/";
    private const string Kind = "responses";

    /// <summary>A link for one staff member; null where the program has no public address.</summary>
    public string? Make(long staff) => web.Value.PublicUrl is { } url
        ? url.GetLeftPart(UriPartial.Authority) + Path + signed.Seal(string.Create(CultureInfo.InvariantCulture, $"{Kind}-{staff}-{(time.GetUtcNow() + GoodFor).ToUnixTimeSeconds()}"))
        : null;

    public void Map(IEndpointRouteBuilder app) => app.MapGet(Path + "{token}", ServeAsync).ExcludeFromDescription();

    private async Task<IResult> ServeAsync(string token, HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        if (StaffOf(token) is not { } staff || !await IsAdministratorAsync(staff, cancellationToken))
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        // The last bytes of each file in an archive are written synchronously.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(
            stream => archive.WriteAsync(stream, ExportLog.Actor(staff), _ => Task.CompletedTask, cancellationToken), ResponseArchive.MediaType, "responses.zip");
    }

    private long? StaffOf(string token) =>
        signed.Open(token)?.Split('-') is [Kind, var staff, var until]
        && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
            ? long.Parse(staff, CultureInfo.InvariantCulture)
            : null;

    private async Task<bool> IsAdministratorAsync(long staff, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StaffMembers.AnyAsync(m => m.Id == staff && m.RevokedAt == null && m.Role == nameof(StaffRole.Administrator), cancellationToken);
    }
}
