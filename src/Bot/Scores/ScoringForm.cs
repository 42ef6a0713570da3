using Bot.Survey.Scoring;

namespace Bot.Scores;

/// <summary>A questionnaire as the scores need it.</summary>
/// <param name="Version">Version of the questionnaire.</param>
internal sealed record ScoringForm(FormLayout Layout, int Version)
{
    /// <summary>Reads <c>item=5;item=4</c> into one rating an item, 0 where there is none. An item that the form no longer has is left out.</summary>
    public void Read(ReadOnlySpan<char> ratings, Span<byte> row)
    {
        row.Clear();
        foreach (var range in ratings.Split(';'))
        {
            var pair = ratings[range];
            if (pair.Length >= 3 && pair[^1] is >= '1' and <= '5' && Layout.TryIndexOf(pair[..^2], out var item))
                row[item] = (byte)(pair[^1] - '0');
        }
    }

    /// <summary>The criteria of which something was rated within a range, both ends included.</summary>
    public IEnumerable<string> CriteriaRated(string ratings, int lowest, int highest)
    {
        var row = new byte[Layout.Items.Length];
        Read(ratings, row);
        return Layout.Criteria.Where(criterion => criterion.Items.Any(item => row[Layout.IndexOf(item)] >= lowest && row[Layout.IndexOf(item)] <= highest)).Select(criterion => criterion.Id);
    }
}
