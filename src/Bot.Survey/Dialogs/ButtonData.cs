using System.Diagnostics.CodeAnalysis;

namespace Bot.Survey.Dialogs;

/// <summary>Data of a survey's button: <c>a.RESPONSE.REVISION.QUESTION.VALUE</c>, numbers in base 36. Controls («back») have the question <c>_</c>.</summary>
internal readonly record struct ButtonData(long ResponseId, int Revision, string Question, string Value)
{
    public const string Control = "_";
    private const string Prefix = "a.";
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public override string ToString() => $"{Prefix}{Write(ResponseId)}.{Write(Revision)}.{Question}.{Value}";

    public static bool TryParse(string? data, [NotNullWhen(true)] out ButtonData? parsed)
    {
        parsed = null;
        if (data is null || data.Length > CardLimits.ButtonData || !data.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var parts = data.Split('.', 5);
        if (parts.Length != 5 || !TryRead(parts[1], out var response) || !TryRead(parts[2], out var revision) || revision > int.MaxValue)
            return false;
        parsed = new ButtonData(response, (int)revision, parts[3], parts[4]);
        return true;
    }

    private static string Write(long number)
    {
        Span<char> buffer = stackalloc char[13];
        var at = buffer.Length;
        do
        {
            buffer[--at] = Digits[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);
        return new string(buffer[at..]);
    }

    private static bool TryRead(string text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > 12)
            return false;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            number = (number * 36) + digit;
        }
        return true;
    }
}
