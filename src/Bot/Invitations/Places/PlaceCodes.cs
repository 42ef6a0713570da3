using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Hosting.Keys;
using Bot.Survey.Catalogue;

namespace Bot.Invitations.Places;

/// <summary>
/// Writes and reads the tokens of places. They are stored nowhere: 14 bytes of content (layout and form, service, region, place, last day), the
/// mark of the key and 96 bits of signature make 36 characters without a bit to spare, so that each code has one spelling.
/// </summary>
internal sealed class PlaceCodes
{
    private const byte Layout = 0x10;
    private const int ServiceAt = 1;
    private const int RegionAt = 5;
    private const int PlaceAt = 8;
    private const int DayAt = 12;
    private const int Content = 14;
    private const int Whole = Content + KeyRing.ShortSignatureBytes;
    private const int Characters = Whole * 4 / 3;
    private static readonly DateOnly DayZero = new(2025, 1, 1);
    private readonly KeyRing _keys;
    private readonly Dictionary<uint, string> _services;
    private readonly Dictionary<uint, string> _regions;

    public PlaceCodes(KeyRings keys, ServiceCatalogue catalogue)
    {
        _keys = keys.Invitations;
        // An id that is never changed is known again by its hash: the longest of them would not fit.
        _services = catalogue.Services.ToDictionary(s => Mark(s.Id, RegionAt - ServiceAt), s => s.Id);
        _regions = catalogue.Regions.ToDictionary(r => Mark(r.Id, PlaceAt - RegionAt), r => r.Id);
    }

    public string Write(PlaceCode code)
    {
        Span<byte> bytes = stackalloc byte[Whole];
        bytes[0] = (byte)(Layout | (ServiceForms.TryParse(code.Form, out var form) ? 1 + (int)form : 0));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[ServiceAt..], code.ServiceId is { } service ? Mark(service, RegionAt - ServiceAt) : 0);
        // Three bytes: the place, written after it, begins where the fourth would be.
        BinaryPrimitives.WriteUInt32BigEndian(bytes[RegionAt..], (code.RegionId is { } region ? Mark(region, PlaceAt - RegionAt) : 0) << 8);
        Convert.FromHexString(code.Place).CopyTo(bytes[PlaceAt..]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[DayAt..], code.GoodThrough is { } day ? checked((ushort)(day.DayNumber - DayZero.DayNumber)) : (ushort)0);
        _keys.SignShort(Signed(bytes), bytes[Content..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The code, over or not; null where the token is none of ours.</summary>
    public PlaceCode? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[Whole];
        // Of well-formed texts of this length each is 27 bytes.
        if (token.Length != Characters || !InvitationToken.IsWellFormed(token))
            return null;
        Base64Url.DecodeFromChars(token, bytes);
        if (!_keys.VerifyShort(Signed(bytes), bytes[Content..]) || (bytes[0] & 0xF0) != Layout)
            return null;
        var form = bytes[0] & 0x0F;
        var day = BinaryPrimitives.ReadUInt16BigEndian(bytes[DayAt..]);
        return new PlaceCode(
            _services.GetValueOrDefault(BinaryPrimitives.ReadUInt32BigEndian(bytes[ServiceAt..])),
            form == 0 ? null : ServiceForms.All[form - 1].Id(),
            _regions.GetValueOrDefault(BinaryPrimitives.ReadUInt32BigEndian(bytes[RegionAt..]) >> 8),
            Convert.ToHexStringLower(bytes.Slice(PlaceAt, PlaceCode.PlaceBytes)),
            day == 0 ? null : DayZero.AddDays(day));
    }

    // The keys sign nothing else that begins so.
    private static byte[] Signed(ReadOnlySpan<byte> bytes) => [.. "place\n"u8, .. bytes[..Content]];

    // Never 0, which stands for none.
    private static uint Mark(string id, int bytes)
    {
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return Math.Max(1, hash >> (8 * (sizeof(uint) - bytes)));
    }
}
