using System.Globalization;
using Bot.Responses;
using Bot.Scores;
using Bot.Survey.Localization;
using Bot.Survey.Questionnaires;

namespace Bot.Exports;

/// <summary>What the columns of the exported files and the values in them mean, made from the definitions and the texts: a line a column, and a line a value.</summary>
internal sealed class Codebook(CodebookValues values, QuestionnaireSet questionnaires, ScoringForms forms, TextCatalogue texts)
{
    private const string Responses = "responses";
    private const string Scores = "scores";
    private static readonly string[] Columns = ["file", "variable", "type", "questionnaire", "version", "value"];
    private static readonly string[] Numbers = ["mean", "full", "mean_shown", "full_shown", "low", "high", "low_shown", "high_shown"];
    private static readonly string[] Counts = ["n", ResponseColumns.Version];

    public async Task<long> WriteAsync(Stream stream, bool forSpreadsheets, CancellationToken cancellationToken)
    {
        await using var csv = await CsvFiles.CreateAsync(stream, forSpreadsheets, cancellationToken);
        await csv.WriteLineAsync([.. Columns, .. texts.Languages.Select(l => "label_" + l.Code), .. texts.Languages.Select(l => "empty_" + l.Code)], cancellationToken);
        var lines = 0L;
        foreach (var line in Lines())
        {
            await csv.WriteLineAsync(
                [
                    line.File, line.Variable, line.Type, line.Of?.Id, line.Of?.Version.ToString(CultureInfo.InvariantCulture), line.Value,
                    .. texts.Languages.Select(l => line.Label(l.Code)), .. texts.Languages.Select(l => line.Empty?.Invoke(l.Code)),
                ],
                cancellationToken);
            lines++;
        }

        return lines;
    }

    private IEnumerable<CodebookLine> Lines() =>
    [
        .. ResponseColumns.Exported(forms).SelectMany(column => forms.Items.Contains(column) ? Item(column) : Column(Responses, column)),
        .. ScoreExport.Columns.SelectMany(column => Column(Scores, column)),
    ];

    private IEnumerable<CodebookLine> Column(string file, string column)
    {
        var known = values.Of(column);
        var line = new CodebookLine(file, column, Type(column, known.Count > 0), null, null, language => texts.Get(language, $"export.codebook.{file}.{column}"));
        return [line, .. known.Select(value => line with { Value = value.Id, Label = value.Label, Of = value.Of })];
    }

    /// <summary>An item of the survey: in each questionnaire it has its own statement.</summary>
    private IEnumerable<CodebookLine> Item(string item) =>
        from questionnaire in questionnaires.All
        let question = questionnaire.Find(item)
        where question is { Counted: true }
        let line = new CodebookLine(
            Responses, item, "rating", questionnaire, null, language => texts.Get(language, question.Text), language => texts.Get(language, "export.codebook.not_rated"))
        from one in (IEnumerable<CodebookLine>)[line, .. Ratings(line)]
        select one;

    private IEnumerable<CodebookLine> Ratings(CodebookLine line) => Enumerable.Range(1, 5).Select(rating =>
    {
        var value = rating.ToString(CultureInfo.InvariantCulture);
        var key = texts.Has("scale.spoken_ends." + value) ? "scale.spoken_ends." + value : "scale.buttons." + value;
        return line with { Value = value, Label = language => texts.Get(language, key), Empty = null };
    });

    private static string Type(string column, bool isCode) =>
        isCode ? "code" : column == ResponseColumns.SubmittedAt ? "time" : Numbers.Contains(column) ? "number" : Counts.Contains(column) ? "count" : "text";

    /// <param name="Of">The questionnaire of which it is true; null: of all.</param>
    /// <param name="Value">The value that is explained; null: the column is.</param>
    /// <param name="Label">What it means, by language.</param>
    /// <param name="Empty">What it means that there is no value.</param>
    private sealed record CodebookLine(
        string File, string Variable, string Type, Questionnaire? Of, string? Value, Func<string, string> Label, Func<string, string>? Empty = null);
}
