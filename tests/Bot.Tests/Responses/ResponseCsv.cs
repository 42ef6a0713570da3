using System.Globalization;
using System.Text;

namespace Bot.Tests.Responses;

/// <summary>Writes files as other programs would.</summary>
internal sealed class ResponseCsv(params string[] items)
{
    private readonly StringBuilder _text = new(
        "response_id,service,form,region,channel,language,submitted_at,outcome," + string.Concat(items.Select(i => i + ",")) + "comment\n");

    public ResponseCsv Line(
        string id, string service = "601001", string form = "electronic", string region = "astana", string channel = "telegram", string language = "kk",
        string submittedAt = "2026-03-01T10:15:00+05:00", string outcome = "granted", IReadOnlyDictionary<string, int>? ratings = null, string comment = "")
    {
        var values = items.Select(i => ratings is not null && ratings.TryGetValue(i, out var rating) ? rating.ToString(CultureInfo.InvariantCulture) : "");
        return Raw(string.Join(',', [id, service, form, region, channel, language, submittedAt, outcome, .. values, comment]));
    }

    public ResponseCsv Raw(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public Stream Stream() => new MemoryStream(Encoding.UTF8.GetBytes(_text.ToString()));

    public override string ToString() => _text.ToString();
}
