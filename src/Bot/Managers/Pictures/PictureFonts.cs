using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>Noto Sans, which has all letters of Kazakh; a bare server need not have any font.</summary>
internal static class PictureFonts
{
    public static SKTypeface Regular { get; } = Load("NotoSans-Regular.ttf");

    public static SKTypeface Bold { get; } = Load("NotoSans-Bold.ttf");

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PictureFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not in the program.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is not a font.");
    }
}
