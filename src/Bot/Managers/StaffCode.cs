using System.Security.Cryptography;
using System.Text;

namespace Bot.Managers;

/// <summary>How a one-time sign-in code looks: <c>STAFF-</c> and ten characters that cannot be mistaken for one another (50 bits).</summary>
internal static class StaffCode
{
    public const string Prefix = "STAFF-";

    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(15);

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    public static string Create() => Prefix + RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code that follows from a signature: five bits of a byte each.</summary>
    public static string Of(ReadOnlySpan<byte> signature)
    {
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            letters[i] = Alphabet[signature[i] % Alphabet.Length];
        return Prefix + letters.ToString();
    }

    /// <summary>Whether a typed text is meant as a code, right or wrong.</summary>
    public static bool IsMeant(string text) => text.AsSpan().Trim().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is stored of a code. Small letters, and O, I and L for 0 and 1, make no difference.</summary>
    public static string Hash(string text)
    {
        var letters = text.Trim().ToUpperInvariant();
        var code = letters.StartsWith(Prefix, StringComparison.Ordinal) ? letters[Prefix.Length..] : letters;
        code = code.Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
    }
}
