using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bot.Invitations;

/// <summary>The code of an invitation that is stored: short enough for an SMS, and nobody guesses 96 random bits.</summary>
internal static class InvitationToken
{
    /// <summary>What a link may carry: Telegram takes no more behind «start=».</summary>
    public const int Longest = 64;

    private const int Bytes = 12;

    /// <summary>16 characters of A–Za–z0–9_-.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text can be the token of a link, ours or not.</summary>
    public static bool IsWellFormed(string token) =>
        token.Length is > 0 and <= Longest && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
