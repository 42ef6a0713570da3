using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Alerts;

/// <summary>/subscriptions: what one has subscribed to, and by buttons how often and whether at all.</summary>
internal sealed class SubscriptionsCommand(Subscriptions subscriptions, SubscriptionCards cards, StaffScores scores, TextCatalogue texts) : ICommand
{
    public string Name => "subscriptions";

    public StaffRole? Role => StaffRole.Manager;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff)
            return Refused(context);
        var parts = context.Pressed ? context.Arguments.Split('.') : [];
        if (parts is [SubscriptionCards.Add, var view, ..])
            return await AddAsync(context, SubscriptionTarget.Read(view, parts.ElementAtOrDefault(2), parts.ElementAtOrDefault(3) ?? ""), scores.AccessOf(staff), cancellationToken);
        return parts is [var act, var number, ..] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await ChangeAsync(context, act, id, parts.ElementAtOrDefault(2), cancellationToken)
            : await ListAsync(context, notice: null, cancellationToken);
    }

    private async Task<CommandResult> AddAsync(CommandContext context, SubscriptionTarget? target, ScoreAccess access, CancellationToken cancellationToken)
    {
        if (target?.IsSeen(access) != true)
            return Refused(context);
        return await subscriptions.AddAsync(context, target, cancellationToken) is { } row
            ? new CommandResult(cards.Of(row, context.Language))
            : await ListAsync(context, texts.Format(context.Language, "alerts.too_many", ("n", Subscriptions.Most)), cancellationToken);
    }

    private async Task<CommandResult> ChangeAsync(CommandContext context, string act, long id, string? value, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(context.ConversationId, id, cancellationToken) is not { } row)
            return await ListAsync(context, notice: null, cancellationToken);
        switch (act)
        {
            case SubscriptionCards.Digest when SubscriptionCards.ReadRhythm(value) is { } rhythm:
                await subscriptions.SetDigestAsync(context.ConversationId, id, rhythm, cancellationToken);
                break;
            case SubscriptionCards.Alerts when value is "0" or "1":
                await subscriptions.SetAlertsAsync(context.ConversationId, id, value is "1", cancellationToken);
                break;
            case SubscriptionCards.Remove:
                await subscriptions.RemoveAsync(context.ConversationId, id, cancellationToken);
                return await ListAsync(context, texts.Format(context.Language, "alerts.removed", ("name", cards.Name(row, context.Language))), cancellationToken);
        }

        return await subscriptions.FindAsync(context.ConversationId, id, cancellationToken) is { } changed
            ? new CommandResult(cards.Of(changed, context.Language))
            : await ListAsync(context, notice: null, cancellationToken);
    }

    private async Task<CommandResult> ListAsync(CommandContext context, string? notice, CancellationToken cancellationToken) =>
        new(cards.All(await subscriptions.ListAsync(context.ConversationId, cancellationToken), context.Language, notice));

    private CommandResult Refused(CommandContext context) => new(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language));
}
