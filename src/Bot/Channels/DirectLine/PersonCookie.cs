using System.Security.Cryptography;
using Bot.Hosting;

namespace Bot.Channels.DirectLine;

/// <summary>Knows a person's browser again: a random id in a signed cookie, nothing else.</summary>
internal sealed class PersonCookie(SignedText signed, PublicAddress address)
{
    private const string Name = "person";
    private const int IdBytes = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <summary>The id of somebody who is not to be known again.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The person's id; null where the request brings none.</summary>
    public string? Find(HttpRequest request) => signed.Open(request.Cookies[Name]) is { Length: 2 * IdBytes } known ? known : null;

    /// <summary>The person's id; a new one where the request brings none. The cookie is set for another 400 days.</summary>
    /// <param name="context">The request.</param>
    /// <param name="carried">The id as it came without a cookie; null: it did not.</param>
    public string Identify(HttpContext context, string? carried = null)
    {
        var person = Find(context.Request) ?? (carried is { Length: 2 * IdBytes } ? carried : null) ?? New();
        context.Response.Cookies.Append(Name, signed.Seal(person), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = address.Of(context.Request).Scheme == Uri.UriSchemeHttps,
            MaxAge = Lifetime,
            IsEssential = true,
        });
        return person;
    }
}
