using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Bot.Api;

/// <summary>Knows a program by its key: as a bearer token, or as the password of a browser's sign-in window.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The only scheme is asked about every request: the web chat's bearer tokens are no keys.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            return AuthenticateResult.NoResult();
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || Key(header) is not { Length: > 0 } key)
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(key, Context.RequestAborted) is not { } found)
            return AuthenticateResult.Fail("The key is unknown or revoked.");
        Claim[] claims = [new(ClaimTypes.Role, found.Role), new(ClaimTypes.NameIdentifier, found.Id.ToString(CultureInfo.InvariantCulture)), new(ApiPolicies.Scope, found.Scope)];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Request.Path.StartsWithSegments("/jobs", StringComparison.Ordinal) ? "Basic realm=\"jobs\", charset=\"UTF-8\"" : "Bearer";
        return Task.CompletedTask;
    }

    private static string? Key(AuthenticationHeaderValue header)
    {
        if (string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase))
            return header.Parameter?.Trim();
        Span<byte> pair = stackalloc byte[256];
        if (!string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header.Parameter ?? "", pair, out var length))
            return null;
        var text = Encoding.UTF8.GetString(pair[..length]);
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
