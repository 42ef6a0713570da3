using System.Security.Cryptography;

namespace Bot.Hosting.Keys;

/// <summary>How keys are written in the configuration.</summary>
internal static class KeyText
{
    public const int Bytes = 32;
    private const int IdLength = 16;

    public static bool TryReadKey(string text, out byte[] key)
    {
        var buffer = new byte[text.Length];
        var good = Convert.TryFromBase64String(text.Trim(), buffer, out var length) && length >= Bytes;
        key = good ? buffer[..length] : [];
        return good;
    }

    public static bool TryReadRing(string text, out IReadOnlyList<KeyValuePair<string, byte[]>> keys)
    {
        List<KeyValuePair<string, byte[]>> read = [];
        keys = read;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon is < 1 or > IdLength || !part.AsSpan(0, colon).ContainsOnlyLettersAndDigits() || !TryReadKey(part[(colon + 1)..], out var key))
                return false;
            if (read.Exists(k => k.Key == part[..colon]))
                return false;
            read.Add(new(part[..colon], key));
        }

        return true;
    }

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    public static string NewRing() => "k1:" + NewKey();

    private static bool ContainsOnlyLettersAndDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        return true;
    }
}
