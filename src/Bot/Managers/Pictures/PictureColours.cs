using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>Blues of Okabe and Ito, told apart by every eye, and greys that are dark enough to be read. No colour says anything alone.</summary>
internal static class PictureColours
{
    public static readonly SKColor Paper = SKColors.White;
    public static readonly SKColor Ink = new(0x1B, 0x2A, 0x33);
    public static readonly SKColor Quiet = new(0x4A, 0x58, 0x61);
    public static readonly SKColor Line = new(0xC3, 0xCD, 0xD3);
    public static readonly SKColor Band = new(0xEE, 0xF3, 0xF6);
    public static readonly SKColor Dot = new(0x00, 0x72, 0xB2);
    public static readonly SKColor Interval = new(0x56, 0xB4, 0xE9);
}
