using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Channels.DirectLine.Protocol;
using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DirectLine;

/// <summary>Makes and reads the tokens of conversations: signed JWTs, kept nowhere, so that they outlive a restart.</summary>
internal sealed class DirectLineTokens(SignedText signed, IOptions<WebOptions> options, TimeProvider time)
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8) + ".";

    public int LifetimeSeconds => (int)options.Value.TokenLifetime.TotalSeconds;

    /// <summary>A token of a new conversation.</summary>
    public TokenClaims New(string person, string? start) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), person, Expiry(), start);

    /// <summary>The same conversation for longer; its start payload counts as used.</summary>
    public TokenClaims Renew(TokenClaims claims) => claims with { Expires = Expiry(), Start = null };

    public string Write(TokenClaims claims) =>
        signed.Seal(Header + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, DirectLineJson.Default.TokenClaims)));

    public TokenStatus Read(string? token, out TokenClaims? claims)
    {
        claims = null;
        if (signed.Open(token) is not { } content || !content.StartsWith(Header, StringComparison.Ordinal))
            return TokenStatus.Bad;
        claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(content.AsSpan(Header.Length)), DirectLineJson.Default.TokenClaims);
        return claims is null ? TokenStatus.Bad : claims.Expires <= time.GetUtcNow().ToUnixTimeSeconds() ? TokenStatus.Expired : TokenStatus.Good;
    }

    private long Expiry() => (time.GetUtcNow() + options.Value.TokenLifetime).ToUnixTimeSeconds();
}

internal enum TokenStatus
{
    Good,
    Bad,
    Expired,
}
