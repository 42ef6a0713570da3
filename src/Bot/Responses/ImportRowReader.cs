using System.Globalization;
using Bot.Exports;
using Bot.Persistence;
using Bot.Scores;
using Bot.Survey.Catalogue;
using CsvHelper;

namespace Bot.Responses;

/// <summary>Reads the lines under one header.</summary>
internal sealed class ImportRowReader
{
    private const int LongestId = 128;
    private const int LongestComment = 4000;
    private readonly ScoringForms _forms;
    private readonly ServiceCatalogue _catalogue;
    private readonly IReadOnlyList<string> _languages;
    private readonly int _width;
    private readonly Dictionary<string, int> _columns;
    private readonly (string Item, int Column)[] _items;
    private readonly List<KeyValuePair<string, int>> _ratings = [];

    public ImportRowReader(List<string> columns, ScoringForms forms, ServiceCatalogue catalogue, IReadOnlyList<string> languages)
    {
        (_forms, _catalogue, _languages, _width) = (forms, catalogue, languages, columns.Count);
        _columns = columns.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        _items = [.. forms.Items.Where(_columns.ContainsKey).Select(i => (i, _columns[i])).OrderBy(i => i.i, StringComparer.Ordinal)];
    }

    /// <summary>The line's response; null where it has faults, all of which are added.</summary>
    public ImportedResponse? Read(CsvReader line, List<ImportFault> faults)
    {
        var before = faults.Count;
        var number = (int)line.LineNumber;
        if (line.FieldCount != _width)
        {
            faults.Add(new ImportFault(number, null, string.Create(CultureInfo.InvariantCulture, $"there are {line.FieldCount} fields, but {_width} columns")));
            return null;
        }

        var row = new Row(this, line, number, faults);
        var service = _catalogue.FindService(row[ResponseColumns.Service]);
        if (service is null)
            row.Fault(ResponseColumns.Service, "is no service; allowed: the ids of dialogs/catalogue/services.json, as " + _catalogue.Services[0].Id);
        var form = row.OneOf(ResponseColumns.Form, service is null ? [.. ServiceForms.All.Select(f => f.Id())] : [.. service.Forms.Select(f => f.Id())]);
        var response = new ImportedResponse(
            row.Text(ResponseColumns.Id, LongestId, required: true),
            row[ResponseColumns.Service],
            form,
            row.OneOf(ResponseColumns.Region, [.. _catalogue.Regions.Select(r => r.Id), Region.Unknown]),
            row.OneOf(ResponseColumns.Channel, [.. _catalogue.Channels, .. ResponseColumns.SurveyChannels]),
            row.OneOf(ResponseColumns.Language, _languages),
            row.Time(ResponseColumns.SubmittedAt),
            row.OneOf(ResponseColumns.Outcome, ResponseColumns.Outcomes),
            Ratings(row, form),
            row.Text(ResponseColumns.Comment, LongestComment, required: false));
        return faults.Count == before ? response : null;
    }

    private string Ratings(Row row, string form)
    {
        _ratings.Clear();
        var layout = _forms.Find(form)?.Layout;
        foreach (var (item, column) in _items)
        {
            var value = row.At(column);
            if (value.Length == 0)
                continue;
            if (value is not [>= '1' and <= '5'])
                row.Fault(item, "is no rating; allowed: 1, 2, 3, 4, 5 or nothing");
            else if (layout?.ZoneByItem.ContainsKey(item) == false)
                row.Fault(item, $"is no item of the form {form}; allowed: {string.Join(", ", layout.Items)}");
            else
                _ratings.Add(KeyValuePair.Create(item, value[0] - '0'));
        }

        return RatingText.Write(_ratings);
    }

    private readonly struct Row(ImportRowReader reader, CsvReader line, int number, List<ImportFault> faults)
    {
        public string this[string column] => reader._columns.TryGetValue(column, out var at) ? At(at) : "";

        public string At(int column) => line.GetString(column);

        public void Fault(string column, string problem) => faults.Add(new ImportFault(number, column, $"«{Short(this[column])}» {problem}"));

        public string OneOf(string column, IReadOnlyList<string> allowed)
        {
            var value = this[column];
            if (!allowed.Contains(value, StringComparer.Ordinal))
                Fault(column, $"is not allowed; allowed: {string.Join(", ", allowed)}");
            return value;
        }

        /// <summary>A text as it was before an export guarded it.</summary>
        public string Text(string column, int longest, bool required)
        {
            var value = FormulaGuard.Remove(this[column]);
            if (value.Length == 0 && required)
                faults.Add(new ImportFault(number, column, "must not be empty"));
            else if (value.Length > longest)
                faults.Add(new ImportFault(number, column, string.Create(CultureInfo.InvariantCulture, $"has {value.Length} characters; allowed: {longest}")));
            return value;
        }

        public DateTimeOffset Time(string column)
        {
            var value = this[column];
            if (IsoTime.TryParse(value, out var time))
                return time;
            Fault(column, "is no time; allowed: " + IsoTime.Allowed);
            return default;
        }

        private static string Short(string value) => value.Length <= 60 ? value : value[..60] + "…";
    }
}
