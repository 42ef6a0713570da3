using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Comments;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Comments;

/// <summary>/comments: what people wrote about the services, by service, form and topic.</summary>
internal sealed class CommentsCommand(
    StaffScores scores, StaffSearch search, CommentReader reader, CommentCards cards, CommentAudit audit, TextCatalogue texts, CommentRules rules) : ICommand
{
    public string Name => "comments";

    public StaffRole? Role => StaffRole.Manager;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff)
            return new CommandResult(Refused(context.Language));

        var access = scores.AccessOf(staff);
        var card = access.Places.Count == 0 ? null
            : context.Pressed && context.Arguments.Length > 0 ? await PressedAsync(access, staff, context, cancellationToken)
            : string.IsNullOrWhiteSpace(context.Arguments) ? await ServicesAsync(access, access.Places[0], 0, context.Language, cancellationToken)
            : await FoundAsync(access, staff, context, cancellationToken);
        return new CommandResult(card ?? Refused(context.Language));
    }

    private async Task<Card?> PressedAsync(ScoreAccess access, Staff staff, CommandContext context, CancellationToken cancellationToken)
    {
        var parts = context.Arguments.Split('.');
        var view = CommentView.Read(parts, rules.Topics);
        return parts[0] switch
        {
            CommentView.Board => await BoardAsync(access, staff, view, context.Language, cancellationToken),
            CommentView.List => await ListAsync(access, staff, view, context.Language, cancellationToken),
            _ => await ServicesAsync(access, view.Place, CommentView.Number(parts.ElementAtOrDefault(2)) ?? 0, context.Language, cancellationToken),
        };
    }

    private async Task<Card?> ServicesAsync(ScoreAccess access, ScorePlace place, int page, string language, CancellationToken cancellationToken) =>
        await scores.ServicesAsync(access, place, cancellationToken) is { } services ? cards.Services(services, place, page, access.SeesSensitive, language) : null;

    private async Task<Card?> FoundAsync(ScoreAccess access, Staff staff, CommandContext context, CancellationToken cancellationToken) =>
        search.Find(access, context.Arguments, access.Places) switch
        {
            [var only] => await BoardAsync(access, staff, new CommentView(only.Place, only.Service.Id), context.Language, cancellationToken),
            [] => Card.Plain(search.Nothing(context.Arguments, context.Language), context.Language),
            var found => cards.Found(found, context.Language),
        };

    private async Task<Card?> BoardAsync(ScoreAccess access, Staff staff, CommentView view, string language, CancellationToken cancellationToken)
    {
        if (await reader.BoardAsync(access, view.Place, view.Service, cancellationToken) is not { } board)
            return null;
        await AuditAsync(staff, view, cancellationToken);
        return cards.Board(board, view, language);
    }

    private async Task<Card?> ListAsync(ScoreAccess access, Staff staff, CommentView view, string language, CancellationToken cancellationToken)
    {
        if (await reader.BoardAsync(access, view.Place, view.Service, cancellationToken) is not { } board)
            return null;
        await AuditAsync(staff, view, cancellationToken);
        var all = board.Of(view.Form, view.Topic).ToList();
        view = view with { Page = Math.Clamp(view.Page, 0, Math.Max(0, (all.Count - 1) / CommentCards.PageSize)) };
        var shown = await reader.TextsAsync([.. all.Skip(view.Page * CommentCards.PageSize).Take(CommentCards.PageSize)], cancellationToken);
        return cards.List(shown, all.Count, view, language);
    }

    private Task AuditAsync(Staff staff, CommentView view, CancellationToken cancellationToken) =>
        audit.WriteAsync(staff, "comments.view", $"service:{view.Service}" + (view.Place.Region is { } region ? $",region:{region}" : ""), cancellationToken);

    private Card Refused(string language) => Card.Plain(texts.Get(language, "error.no_access"), language);
}
