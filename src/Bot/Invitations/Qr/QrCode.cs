using System.Text;
using QRCoder;

namespace Bot.Invitations.Qr;

/// <summary>A QR code: a square of dark and light modules. Its error correction restores 15 % (level M), enough for a scratched poster.</summary>
internal sealed class QrCode
{
    /// <summary>Light modules that a reader needs on each side.</summary>
    public const int QuietZone = 4;

    private const int PixelsPerModule = 12;
    private readonly QRCodeData _data;

    public QrCode(string text)
    {
        using var generator = new QRCodeGenerator();
        _data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
    }

    /// <summary>Modules on one side, the quiet zone included.</summary>
    public int Size => _data.ModuleMatrix.Count;

    /// <param name="x">From the left, from 0.</param>
    /// <param name="y">From the top, from 0.</param>
    public bool IsDark(int x, int y) => _data.ModuleMatrix[y][x];

    /// <summary>The dark modules, as many as stand side by side in one.</summary>
    public IEnumerable<(int X, int Y, int Length)> Runs()
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var start = x;
                while (x < Size && IsDark(x, y))
                    x++;
                if (x > start)
                    yield return (start, y, x - start);
            }
        }
    }

    public byte[] ToPng()
    {
        using var png = new PngByteQRCode(_data);
        return png.GetGraphic(PixelsPerModule);
    }

    public string ToSvg()
    {
        var path = new StringBuilder();
        foreach (var (x, y, length) in Runs())
            path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
        return FormattableString.Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" width="{Size * PixelsPerModule}" height="{Size * PixelsPerModule}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Size}v{Size}H0z"/><path d="{path}"/></svg>
            """);
    }
}
