using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Hosting.Keys;

namespace Bot.Webhooks;

/// <summary>What messages to a service system are signed with, as in Standard Webhooks (HMAC-SHA256, symmetric).</summary>
internal sealed class WebhookSecret(byte[] key)
{
    private const int Bytes = 32;
    private const string Prefix = "whsec_";

    /// <summary>As the system is told it.</summary>
    public override string ToString() => Prefix + Convert.ToBase64String(key);

    public static WebhookSecret New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What was hidden for a key; null where the ring has lost the key that hid it.</summary>
    public static WebhookSecret? Open(byte[] hidden, KeyRing ring, long apiKeyId) => ring.TryDecrypt(hidden, Context(apiKeyId), out var opened) ? new WebhookSecret(opened) : null;

    public byte[] Hide(KeyRing ring, long apiKeyId) => ring.Encrypt(key, Context(apiKeyId));

    /// <summary>The header webhook-signature.</summary>
    /// <param name="id">The header webhook-id.</param>
    /// <param name="timestamp">The header webhook-timestamp, seconds since 1970.</param>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }

    private static byte[] Context(long apiKeyId) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"webhook {apiKeyId}"));
}
