using System.Security.Claims;
using System.Text.Encodings.Web;
using Bot.Channels.DirectLine;
using Bot.Conversations;
using Bot.Hosting.Keys;
using Bot.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Jobs;

/// <summary>Knows staff by the browser in which they signed in to the web chat. For pages to look at only: a cookie comes along with what other sites ask for.</summary>
internal sealed class StaffCookieHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    PersonCookie cookie, ConversationIds conversations, IDbContextFactory<BotDbContext> contexts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "StaffCookie";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Find(Request) is not { } person)
            return AuthenticateResult.NoResult();
        var conversation = conversations.Of(new ConversationKey(ChannelNames.Web, person));
        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        var role = await db.StaffMembers.Where(m => m.ConversationId == conversation && m.RevokedAt == null)
            .Select(m => m.Role).FirstOrDefaultAsync(Context.RequestAborted);
        return role is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], SchemeName)), SchemeName));
    }

    // How to sign in says the scheme of the keys.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Task.CompletedTask;
}
