using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Cases;

/// <summary>/cases: what is being worked on, and by buttons who does it and how far it is.</summary>
internal sealed class CasesCommand(CaseDesk desk, CaseCards cards, StaffScores scores, ScoringForms forms, ServiceCatalogue catalogue, TextCatalogue texts) : ICommand
{
    public string Name => "cases";

    public StaffRole? Role => StaffRole.Manager;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff)
            return new CommandResult(Refused(context));
        var access = scores.AccessOf(staff);
        var parts = context.Pressed ? context.Arguments.Split('.') : [];
        return new CommandResult(parts switch
        {
            [CaseView.OpenOne, var service, var region, var criterion] => await OpenAsync(context, access, service, CaseView.Region(region), criterion, cancellationToken),
            [CaseView.List, var page] => await ListAsync(context, access, (int)Math.Min(Number(page), int.MaxValue), cancellationToken),
            [var act, var id] => await MoveAsync(context, access, act, Number(id), cancellationToken),
            _ => await ListAsync(context, access, 0, cancellationToken),
        });
    }

    private async Task<Card> OpenAsync(CommandContext context, ScoreAccess access, string service, string region, string criterion, CancellationToken cancellationToken) =>
        CaseDesk.Sees(access, service, region) && Exists(region, criterion)
            ? await ShowAsync(context, await desk.OpenAsync(context, service, region, criterion, cancellationToken), cancellationToken)
            : Refused(context);

    private async Task<Card> MoveAsync(CommandContext context, ScoreAccess access, string act, long id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(access, id, cancellationToken) is not { } row)
            return Refused(context);
        var move = CaseMove.All.FirstOrDefault(m => m.Act == act);
        return await ShowAsync(context, move is null ? row : await desk.MoveAsync(context, row, move, cancellationToken), cancellationToken);
    }

    private async Task<Card> ListAsync(CommandContext context, ScoreAccess access, int page, CancellationToken cancellationToken) =>
        cards.All(await desk.ListAsync(access, cancellationToken), page, context.Language);

    private async Task<Card> ShowAsync(CommandContext context, CaseRow row, CancellationToken cancellationToken) =>
        cards.Of(row, await desk.CountAskedAsync(row, cancellationToken), context.ConversationId, context.Language);

    private bool Exists(string region, string criterion) => (region.Length == 0 || catalogue.FindRegion(region) is not null)
        && ServiceForms.All.Any(form => forms.Find(form.Id())?.Layout.Criteria.Any(c => c.Id == criterion) == true);

    private Card Refused(CommandContext context) => Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
