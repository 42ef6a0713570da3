using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>One line of text where it stands.</summary>
/// <param name="X">Left end.</param>
/// <param name="Top">Upper end of its line.</param>
/// <param name="Width">As measured.</param>
/// <param name="Room">The width that it was given.</param>
internal sealed record PlacedText(string Text, TextStyle Style, float X, float Top, float Width, float Room)
{
    public SKRect Bounds => SKRect.Create(X, Top, Width, Style.LineHeight);

    public float Baseline => Top + (Style.Size * 1.02f);
}
