using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Quarantine;

/// <summary>/quarantine: the administrator sees what is kept out of the scores and why, lets it in, keeps it out, and takes that back.</summary>
internal sealed class QuarantineCommand(QuarantineList list, QuarantineDesk desk, QuarantineCards cards, TextCatalogue texts) : ICommand
{
    public string Name => "quarantine";

    public StaffRole? Role => StaffRole.Administrator;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Administrator } staff)
            return new CommandResult(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language));
        var parts = context.Pressed ? context.Arguments.Split('.') : [];
        var (act, number) = (parts.ElementAtOrDefault(0), Number(parts.ElementAtOrDefault(1)));
        var card = act is "l" or "d" or null or ""
            ? await ListAsync(act == "d", number, context.Language, cancellationToken)
            : await OneAsync(act, number, Number(parts.ElementAtOrDefault(2)), FormattableString.Invariant($"staff:{staff.Id}"), context.Language, cancellationToken);
        return new CommandResult(card);
    }

    private async Task<Card> ListAsync(bool decided, long page, string language, CancellationToken cancellationToken) =>
        cards.List(await list.PageAsync(decided, (int)Math.Min(page, int.MaxValue), cancellationToken), language);

    private async Task<Card> OneAsync(string act, long id, long upTo, string actor, string language, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(id, cancellationToken) is not { } one)
            return await ListAsync(decided: false, 0, language, cancellationToken);
        IReadOnlyList<long> meant = act is "ra" or "ka" ? await list.AlikeAsync(one, upTo, cancellationToken) : [id];
        var moved = act switch
        {
            "r" or "ra" => await desk.ReleaseAsync(meant, actor, cancellationToken),
            "k" or "ka" => await desk.ConfirmAsync(meant, actor, cancellationToken),
            "b" => await desk.ReturnAsync(meant, actor, cancellationToken),
            _ => 0,
        };
        var now = moved > 0 ? await list.FindAsync(id, cancellationToken) : one;
        return now is null
            ? await ListAsync(decided: false, 0, language, cancellationToken)
            : cards.One(now, await list.AlikeAsync(now, long.MaxValue, cancellationToken), language);
    }

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
