using System.Text;
using Bot.Hosting.Keys;
using Xunit;

namespace Bot.Tests.Hosting.Keys;

public class KeyRingTests
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("telegram 77001234567");
    private static readonly byte[] Context = Encoding.UTF8.GetBytes("t-conversation");
    private static readonly string Old = "old:" + KeyText.NewKey();
    private static readonly string New = "new:" + KeyText.NewKey();

    [Fact]
    public void What_is_signed_is_verified_and_nothing_else()
    {
        var ring = new KeyRing(Old);
        var signature = ring.Sign(Data);
        Assert.Equal(KeyRing.SignatureBytes, signature.Length);
        Assert.True(ring.Verify(Data, signature));
        Assert.False(ring.Verify(Data.AsSpan(1), signature));
        Assert.False(ring.Verify(Data, signature.AsSpan(1)));
        Assert.False(ring.Verify(Data, []));
        Assert.All(Flipped(signature), altered => Assert.False(ring.Verify(Data, altered)));
    }

    [Fact]
    public void What_is_encrypted_is_read_back_and_hides_its_text()
    {
        var ring = new KeyRing(Old);
        var first = ring.Encrypt(Data, Context);
        Assert.True(ring.TryDecrypt(first, Context, out var read));
        Assert.Equal(Data, read);
        Assert.NotEqual(first, ring.Encrypt(Data, Context));
        Assert.Equal(-1, first.AsSpan().IndexOf(Data));
    }

    [Fact]
    public void Altered_shortened_or_moved_data_is_refused_without_a_throw()
    {
        var ring = new KeyRing(Old);
        var encrypted = ring.Encrypt(Data, Context);
        Assert.All(Flipped(encrypted), altered => Refuses(ring, altered, Context));
        Assert.All(Enumerable.Range(0, encrypted.Length), length => Refuses(ring, encrypted[..length], Context));
        Refuses(ring, encrypted, Encoding.UTF8.GetBytes("t-another"));
        Refuses(ring, [.. encrypted, 0], Context);
    }

    [Fact]
    public void After_a_rotation_the_new_key_writes_and_both_read()
    {
        var (before, during) = (new KeyRing(Old), new KeyRing($"{New}, {Old}"));
        Assert.True(during.Verify(Data, before.Sign(Data)));
        Assert.True(during.TryDecrypt(before.Encrypt(Data, Context), Context, out var read));
        Assert.Equal(Data, read);
        var onlyNew = new KeyRing(New);
        Assert.True(onlyNew.Verify(Data, during.Sign(Data)));
        Assert.True(onlyNew.TryDecrypt(during.Encrypt(Data, Context), Context, out _));
        Assert.False(before.Verify(Data, during.Sign(Data)));
    }

    [Fact]
    public void A_removed_key_reads_nothing_any_more()
    {
        var (before, after) = (new KeyRing(Old), new KeyRing(New));
        Assert.False(after.Verify(Data, before.Sign(Data)));
        Refuses(after, before.Encrypt(Data, Context), Context);
    }

    [Fact]
    public void Another_key_under_the_same_id_reads_nothing()
    {
        Refuses(new KeyRing("old:" + KeyText.NewKey()), new KeyRing(Old).Encrypt(Data, Context), Context);
    }

    private static void Refuses(KeyRing ring, byte[] encrypted, byte[] context)
    {
        Assert.False(ring.TryDecrypt(encrypted, context, out var read));
        Assert.Empty(read);
    }

    private static IEnumerable<byte[]> Flipped(byte[] data) => data.Select((_, i) =>
    {
        byte[] altered = [.. data];
        altered[i] ^= 1;
        return altered;
    });
}
