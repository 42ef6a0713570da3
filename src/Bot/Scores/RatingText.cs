using System.Globalization;
using System.Text;

namespace Bot.Scores;

/// <summary>The ratings of one response as rows keep them: <c>item=5;item=4</c>, the items in ordinal order.</summary>
internal static class RatingText
{
    public static string Write(IEnumerable<KeyValuePair<string, int>> ratings)
    {
        var text = new StringBuilder();
        foreach (var (item, rating) in ratings.OrderBy(r => r.Key, StringComparer.Ordinal))
            text.Append(text.Length == 0 ? "" : ";").Append(item).Append('=').Append(rating.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    public static Dictionary<string, int> Read(string text)
    {
        var ratings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            ratings.Add(pair[..at], int.Parse(pair[(at + 1)..], CultureInfo.InvariantCulture));
        }

        return ratings;
    }
}
