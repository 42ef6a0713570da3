using System.Text;

namespace Bot.Survey.Localization;

/// <summary>A text cut at its placeholders once, so that filling it in only joins strings.</summary>
internal sealed class TextTemplate
{
    private readonly string[] _literals;
    private readonly string[] _names;

    private TextTemplate(string text, string[] literals, string[] names, bool broken)
    {
        Text = text;
        _literals = literals;
        _names = names;
        IsBroken = broken;
    }

    public string Text { get; }

    /// <summary>A brace that is never closed, or holds something that is no name.</summary>
    public bool IsBroken { get; }

    public IReadOnlyList<string> Placeholders => _names;

    public static TextTemplate Parse(string text)
    {
        var literals = new List<string>();
        var names = new List<string>();
        var from = 0;
        while (text.IndexOf('{', from) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close <= open + 1 || !IsName(text.AsSpan(open + 1, close - open - 1)))
            {
                return new TextTemplate(text, [text], [], broken: true);
            }

            literals.Add(text[from..open]);
            names.Add(text[(open + 1)..close]);
            from = close + 1;
        }

        literals.Add(text[from..]);
        return new TextTemplate(text, [.. literals], [.. names], broken: text.IndexOf('}', from) >= 0);
    }

    public string Fill(Func<object, string> write, ReadOnlySpan<(string Name, object Value)> args)
    {
        if (_names.Length == 0)
        {
            return Text;
        }

        var filled = new StringBuilder(Text.Length + 32);
        for (var i = 0; i < _names.Length; i++)
        {
            filled.Append(_literals[i]).Append(write(ValueOf(_names[i], args)));
        }

        return filled.Append(_literals[^1]).ToString();
    }

    private object ValueOf(string name, ReadOnlySpan<(string Name, object Value)> args)
    {
        foreach (var (given, value) in args)
        {
            if (given == name)
            {
                return value;
            }
        }

        throw new ArgumentException($"Nothing was given for {{{name}}} of the text «{Text}».", nameof(args));
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }
}
