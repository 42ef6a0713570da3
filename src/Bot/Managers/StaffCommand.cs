using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>/staff: the administrator sees who is signed in, makes codes for others and takes rights away. Words behind it search for what a code shall grant.</summary>
internal sealed class StaffCommand(StaffCodes codes, StaffGrants grants, StaffCards cards, StaffChanges changes, TextCatalogue texts) : ICommand
{
    public string Name => "staff";

    public StaffRole? Role => StaffRole.Administrator;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Administrator } staff)
            return new CommandResult(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language));
        var card = context.Pressed ? await PressedAsync(staff, context, context.Arguments.Split('.'), cancellationToken)
            : string.IsNullOrWhiteSpace(context.Arguments) ? null
            : await grants.FoundAsync(staff.Id, context.Arguments, context.Language, cancellationToken);
        return new CommandResult(card ?? await ListAsync(staff, 0, context.Language, cancellationToken));
    }

    /// <summary>Null where the list is all there is to show: the button is an old one, or of somebody who has gone.</summary>
    private async Task<Card?> PressedAsync(Staff staff, CommandContext context, string[] parts, CancellationToken cancellationToken)
    {
        var number = Number(parts.ElementAtOrDefault(1));
        return parts[0] switch
        {
            "l" => await ListAsync(staff, (int)Math.Min(number, int.MaxValue), context.Language, cancellationToken),
            "m" or "x" => await MemberAsync(staff, number, confirm: parts[0] == "x", context.Language, cancellationToken),
            "y" => await RevokeAsync(staff, number, context, cancellationToken),
            "n" => cards.Roles(context.Language),
            "r" when Enum.TryParse<StaffRole>(parts.ElementAtOrDefault(1), ignoreCase: true, out var role) && Enum.IsDefined(role) =>
                await grants.BeginAsync(staff.Id, role, context.Language, cancellationToken),
            _ => await grants.PressedAsync(staff.Id, parts[0], number, parts.ElementAtOrDefault(2) ?? "", context.Language, cancellationToken),
        };
    }

    private async Task<Card> ListAsync(Staff staff, int page, string language, CancellationToken cancellationToken) =>
        cards.List(await codes.ListAsync(cancellationToken), staff.Id, page, language);

    private async Task<Card?> MemberAsync(Staff staff, long id, bool confirm, string language, CancellationToken cancellationToken)
    {
        var all = await codes.ListAsync(cancellationToken);
        if (all.FirstOrDefault(m => m.Id == id) is not { } member)
            return null;
        var isLast = member.Role == nameof(StaffRole.Administrator) && all.Count(m => m.Role == nameof(StaffRole.Administrator)) == 1;
        return confirm ? cards.ConfirmRevoke(member, staff.Id, isLast, language) : cards.Member(member, staff.Id, language);
    }

    private async Task<Card?> RevokeAsync(Staff staff, long id, CommandContext context, CancellationToken cancellationToken)
    {
        await codes.RevokeAsync(id, FormattableString.Invariant($"staff:{staff.Id}"), cancellationToken);
        if (id != staff.Id)
            return null;
        changes.Tell(context.Conversation, role: null);
        return Card.Plain(texts.Get(context.Language, "staff.signed_out"), context.Language);
    }

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
