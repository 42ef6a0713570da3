using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Bot.Survey.Scoring;

namespace Bot.Exports;

/// <summary>The first sheet: what the workbook is, and how to read it.</summary>
internal sealed class AboutSheet(Workbook book, ScoreWords words, TextCatalogue texts, ServiceCatalogue catalogue, PublishGate gate)
{
    private const double NameWidth = 34;
    private const double TextWidth = 96;

    public async Task WriteAsync(ScoreBook about, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await book.StartSheetAsync(words.Text("export.sheet_about"), [NameWidth, TextWidth], frozen: default, cancellationToken);
        await book.AddAsync([SheetCell.Text(words["title"], CellLook.Title)], cancellationToken);
        await book.AddAsync([], cancellationToken);
        foreach (var (name, text) in Facts(about, now))
            await book.AddAsync([SheetCell.Text(name, CellLook.Strong), SheetCell.Text(text)], cancellationToken);
        await book.AddAsync([], cancellationToken);
        await book.AddAsync([SheetCell.Text(words.Text("export.legend"), CellLook.Title)], cancellationToken);
        foreach (var (name, text) in Legend())
            await book.AddAsync([SheetCell.Text(name, CellLook.Strong), SheetCell.Text(text)], cancellationToken);
    }

    /// <summary>The days of a period in words.</summary>
    public static string Days(ScorePeriod? period, TextCatalogue texts, ScoreWords words) => period is null
        ? words.Text("export.all_time")
        : $"{Day(period.From, texts, words)} – {Day(period.To, texts, words)}";

    private IEnumerable<(string Name, string Text)> Facts(ScoreBook about, DateTimeOffset now)
    {
        yield return (words.Text("export.method"), words.Text("export.method_text"));
        yield return (words.Text("export.scope"), about.Scope);
        if (about.Region is { } region)
            yield return (words.Text("export.column_region"), catalogue.FindRegion(region)?.Name[words.Language] ?? words["region_unknown"]);
        yield return (words.Text("export.period"), Days(about.Period, texts, words));
        if (about.UpdatedAt is { } updatedAt)
            yield return (words.Text("export.updated"), Time(updatedAt));
        yield return (words.Text("export.made"), Time(now));
        yield return (words.Text("export.method_version"), ScoringMethod.Version.ToString(words.Culture));
        yield return (words.Text("export.gate"), texts.Format(words.Language, about.Everything ? "export.gate_open" : "export.gate_text", ("min", gate.MinimumToShow)));
    }

    private IEnumerable<(string Name, string Text)> Legend()
    {
        yield return (words.Text("export.column_mean"), words.Text("export.legend_mean"));
        yield return ($"{words.Text("export.column_low")}, {words.Text("export.column_high")}", words.Text("export.legend_interval"));
        yield return (words.Text("export.column_full"), words["full_satisfaction_hint"]);
        yield return (words.Text("export.column_poor"), words["share_1_2"]);
        yield return (words.Text("export.column_n"), words.Text("export.legend_n"));
        yield return (words.Text("export.column_level"), words.Text("export.legend_level"));
        yield return (words["mark_few"], words["too_few"]);
        yield return (words["mark_hidden"], words["hidden"]);
        yield return (words["mark_preliminary"], words.Say("preliminary_hint", ("min", gate.MinimumToRank)));
        yield return (words["mark_thin"], texts.Format(words.Language, "export.legend_thin", ("count", ScoringMethod.ThinRaters), ("percent", ScoringMethod.ThinPercent)));
        yield return (words.Text("export.legend_empty"), words["no_data"]);
    }

    private string Time(DateTimeOffset time)
    {
        var there = time.ToOffset(AlmatyTime.Offset);
        return $"{texts.DateWithYear(words.Language, AlmatyTime.Day(time))}, {there.ToString("HH:mm", words.Culture)} (UTC+5)";
    }

    private static string Day(DateOnly? day, TextCatalogue texts, ScoreWords words) => day is { } known ? texts.DateWithYear(words.Language, known) : "…";
}
