using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Exports;

/// <summary>
/// /export: scores of a scope or a rating of regions as a workbook, at once; for administrators the responses, which take as long as they are
/// many. Managers get scores alone, through scope and gate: a single response is a cell of one.
/// </summary>
internal sealed class ExportCommand(
    StaffScores scores, ScoreBooks books, ScoreWorkbook workbook, ResponseRuns runs, ExportCards cards, ExportLog log, TextCatalogue texts, TimeProvider time) : ICommand
{
    public string Name => "export";

    public StaffRole? Role => StaffRole.Manager;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var language = context.Language;
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff || scores.AccessOf(staff) is not { Places.Count: > 0 } access)
            return new CommandResult(cards.Refused(language));
        var parts = context.Pressed ? context.Arguments.Split('.') : [""];
        var of = parts.ElementAtOrDefault(1) ?? "";
        return parts[0] switch
        {
            "s" => await ScoresAsync(access, staff, ScorePlace.Read(of), regions: null, language, cancellationToken),
            "r" => await ScoresAsync(access, staff, ScorePlace.Read(parts.ElementAtOrDefault(2)), regions: of, language, cancellationToken),
            "a" => new CommandResult(await ResponsesAsync(context, staff, cancellationToken)),
            "l" => new CommandResult(cards.Services(access, int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0, language)),
            _ => new CommandResult(cards.Menu(access, staff.Role, language)),
        };
    }

    /// <param name="regions">The service by which the regions are rated; null: all scores of the place.</param>
    private async Task<CommandResult> ScoresAsync(
        ScoreAccess access, Staff staff, ScorePlace place, string? regions, string language, CancellationToken cancellationToken)
    {
        var filter = place.Period.Filter(place.Region, AlmatyTime.Day(time.GetUtcNow()));
        if (await books.FindAsync(access, filter, service: null, regions, language, cancellationToken) is not { } book)
            return new CommandResult(cards.Refused(language));
        return regions is null
            ? await WorkbookAsync(book, staff, "scores", place.Region ?? "", cancellationToken)
            : await WorkbookAsync(book, staff, "regions", regions, cancellationToken);
    }

    private async Task<CommandResult> WorkbookAsync(ScoreBook book, Staff staff, string kind, string of, CancellationToken cancellationToken)
    {
        var subject = of.Length == 0 ? kind : $"{kind}-{of}";
        await log.WriteAsync(ExportLog.Actor(staff.Id), ExportLog.Scores, subject, cancellationToken);
        var content = await workbook.WriteAsync(book, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"{subject}-{AlmatyTime.Day(time.GetUtcNow()):yyyy-MM-dd}.xlsx");
        var caption = $"{texts.Get(book.Language, "manager.title")} · {texts.Get(book.Language, "manager.official")}";
        return new CommandResult(cards.Sent(book.Language), Attachment: new Attachment(name, ScoreWorkbook.MediaType, content, caption));
    }

    private async Task<Card> ResponsesAsync(CommandContext context, Staff staff, CancellationToken cancellationToken)
    {
        if (staff.Role is not StaffRole.Administrator)
            return cards.Refused(context.Language);
        var run = await runs.StartAsync(context.Conversation, staff.Id, context.Language, cancellationToken);
        return run is null ? cards.Busy(context.Language) : cards.Running(run, context.Language);
    }
}
