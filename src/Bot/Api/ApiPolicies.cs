using System.Globalization;
using System.Security.Claims;
using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Catalogue;

namespace Bot.Api;

/// <summary>Who may do what.</summary>
internal static class ApiPolicies
{
    /// <summary>Any key.</summary>
    public const string Reader = "reader";

    /// <summary>Coordinators and administrators.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Administrators.</summary>
    public const string Administrator = "administrator";

    /// <summary>Type of the claim that says what of its role's share a key may see.</summary>
    public const string Scope = "scope";

    public static void AddApiPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Reader, p => p.AddAuthenticationSchemes(ApiKeyHandler.SchemeName).RequireAuthenticatedUser())
        .AddPolicy(Coordinator, p => p.AddAuthenticationSchemes(ApiKeyHandler.SchemeName).RequireRole(nameof(StaffRole.Coordinator), nameof(StaffRole.Administrator)))
        .AddPolicy(Administrator, p => p.AddAuthenticationSchemes(ApiKeyHandler.SchemeName).RequireRole(nameof(StaffRole.Administrator)));

    /// <summary>What the caller may see of the scores: the same for a key as for a member of the staff.</summary>
    public static ScoreAccess AccessTo(this ClaimsPrincipal user, ServiceCatalogue catalogue) => new(
        new Staff(0, Enum.Parse<StaffRole>(user.FindFirstValue(ClaimTypes.Role) ?? ""), (user.FindFirstValue(Scope) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)),
        catalogue,
        byRegion: true);

    /// <summary>The caller in the audit log.</summary>
    public static string Actor(this ClaimsPrincipal user) => "key:" + user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The caller's key.</summary>
    public static long KeyId(this ClaimsPrincipal user) => long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", CultureInfo.InvariantCulture);
}
