using System.Security.Cryptography;
using System.Text;

namespace Bot.Hosting.Keys;

/// <summary>Keys of one purpose. The first signs and encrypts, all verify and decrypt, so that a key can be replaced without a pause.</summary>
internal sealed class KeyRing
{
    public const int SignatureBytes = HMACSHA256.HashSizeInBytes;

    /// <summary>A mark of the key, and 96 bits.</summary>
    public const int ShortSignatureBytes = 1 + 12;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly List<Entry> _entries;

    /// <param name="keys">The option's text, «id:base64,…».</param>
    public KeyRing(string keys)
    {
        if (!KeyText.TryReadRing(keys, out var read))
            throw new ArgumentException("Not a list of keys.", nameof(keys));
        _entries = [.. read.Select(k => new Entry(Encoding.ASCII.GetBytes(k.Key), Derive(k.Value, "sign"), Derive(k.Value, "encrypt")))];
    }

    /// <summary>HMAC-SHA256 under the first key.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_entries[0].Signing, data);

    /// <summary>Whether one of the keys made this signature; takes the same time wherever it differs.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[SignatureBytes];
        var good = false;
        foreach (var entry in _entries)
        {
            HMACSHA256.HashData(entry.Signing, data, expected);
            good |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return good;
    }

    /// <summary>The same cut to 96 bits, behind a mark of the key, for what must be short enough to print.</summary>
    public void SignShort(ReadOnlySpan<byte> data, Span<byte> signature) => SignShort(_entries[0], data, signature);

    /// <summary>Whether one of the keys made this short signature; takes the same time wherever it differs.</summary>
    public bool VerifyShort(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[ShortSignatureBytes];
        foreach (var entry in _entries)
        {
            if (entry.Mark != signature[0])
                continue;
            SignShort(entry, data, expected);
            if (CryptographicOperations.FixedTimeEquals(expected, signature))
                return true;
        }

        return false;
    }

    /// <summary>AES-256-GCM under the first key: id length, id, nonce, tag, ciphertext.</summary>
    /// <param name="data">What to hide.</param>
    /// <param name="context">What the ciphertext belongs to; decrypts only with the same.</param>
    public byte[] Encrypt(ReadOnlySpan<byte> data, ReadOnlySpan<byte> context)
    {
        var entry = _entries[0];
        var result = new byte[1 + entry.Id.Length + NonceBytes + TagBytes + data.Length];
        result[0] = (byte)entry.Id.Length;
        entry.Id.CopyTo(result, 1);
        var rest = result.AsSpan(1 + entry.Id.Length);
        RandomNumberGenerator.Fill(rest[..NonceBytes]);
        using var aes = new AesGcm(entry.Encryption, TagBytes);
        aes.Encrypt(rest[..NonceBytes], data, rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), context);
        return result;
    }

    /// <summary>What <see cref="Encrypt"/> hid; false where it was changed, or made under a key that is gone.</summary>
    public bool TryDecrypt(ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> context, out byte[] data)
    {
        data = [];
        if (encrypted.IsEmpty || encrypted.Length < 1 + encrypted[0] + NonceBytes + TagBytes)
            return false;
        var id = encrypted.Slice(1, encrypted[0]);
        var rest = encrypted[(1 + id.Length)..];
        foreach (var entry in _entries)
        {
            if (!id.SequenceEqual(entry.Id))
                continue;
            var plain = new byte[rest.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(entry.Encryption, TagBytes);
            try
            {
                aes.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), plain, context);
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }

            data = plain;
            return true;
        }

        return false;
    }

    private static void SignShort(Entry entry, ReadOnlySpan<byte> data, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[SignatureBytes];
        HMACSHA256.HashData(entry.Signing, data, whole);
        signature[0] = entry.Mark;
        whole[..(ShortSignatureBytes - 1)].CopyTo(signature[1..]);
    }

    private static byte[] Derive(byte[] key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyText.Bytes, info: Encoding.ASCII.GetBytes(use));

    private sealed record Entry(byte[] Id, byte[] Signing, byte[] Encryption)
    {
        public byte Mark { get; } = SHA256.HashData(Id)[0];
    }
}
