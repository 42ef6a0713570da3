using System.Globalization;

namespace Bot.Tests.Docker;

/// <summary>
/// Reads the part of YAML that the compose file keeps to: nested maps by two spaces, lists of «- value», comments. Anything else is a fault.
/// </summary>
internal static class YamlMap
{
    /// <summary>The values by their path, keys joined by slashes; the values of a list have their place as the last key.</summary>
    public static IReadOnlyDictionary<string, string> Read(string yaml)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var (index, line) in yaml.Split('\n').Index().Where(line => line.Item.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            var content = line.TrimStart(' ');
            var indent = line.Length - content.Length;
            var isItem = content.StartsWith("- ", StringComparison.Ordinal);
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (indent % 2 != 0 || indent / 2 > path.Count || content.Contains('\t', StringComparison.Ordinal) || (!isItem && colon <= 0))
                throw Fault(index, line);

            path.RemoveRange(indent / 2, path.Count - (indent / 2));
            var parent = string.Concat(path.Select(key => key + "/"));
            path.Add(isItem ? values.Keys.Count(key => key.StartsWith(parent, StringComparison.Ordinal)).ToString(CultureInfo.InvariantCulture) : content[..colon]);
            var value = isItem ? content[2..] : content[(colon + 1)..].TrimStart();
            if (!values.TryAdd(string.Join('/', path), Plain(value) ?? throw Fault(index, line)))
                throw Fault(index, line);
            if (value.Length > 0)
                path.RemoveAt(path.Count - 1);
        }

        return values;
    }

    private static string? Plain(string value) => value switch
    {
        ['"', .. var inner, '"'] when !inner.Contains('"', StringComparison.Ordinal) => inner,
        ['"', ..] => null,
        _ => value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal) ? null : value,
    };

    private static FormatException Fault(int index, string line) => new($"Line {index + 1} is no YAML that is read here, or says something again: {line}");
}
