using SkiaSharp;

namespace Bot.Managers.Pictures;

/// <summary>Breaks a text into lines of a width: between words, within one only where it is wider than a line.</summary>
internal static class TextWrap
{
    public static IEnumerable<string> Lines(string text, SKFont font, float width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                yield return line;
            line = word;
            while (font.MeasureText(line) > width && font.BreakText(line, width) is > 0 and var fits)
            {
                yield return line[..fits];
                line = line[fits..];
            }
        }

        if (line.Length > 0)
            yield return line;
    }
}
