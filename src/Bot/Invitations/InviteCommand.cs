using Bot.Conversations;
using Bot.Conversations.Commands;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Invitations;

/// <summary>Whether the person wants to be invited, and the buttons of invitations that open no survey.</summary>
internal sealed class InviteCommand(InvitationWishes wishes, TextCatalogue texts) : ICommand
{
    public const string CommandName = "invite";
    public const string Off = "off";
    public const string Later = "later";
    private const string On = "on";

    public string Name => CommandName;

    public StaffRole? Role => null;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Split('.') is [Later, var token])
            return Say(context, "invite.later", ("invite.button", StartCommand.Button + token), ("invite.opt_out", $"c.{Name}.{Off}"));
        if (context.Arguments is Off or On)
            await wishes.SetAsync(context.ConversationId, isWanted: context.Arguments == On, cancellationToken);
        return await wishes.AreWantedAsync(context.ConversationId, cancellationToken)
            ? Say(context, "invite.opted_in", ("invite.opt_out", $"c.{Name}.{Off}"))
            : Say(context, "invite.opted_out", ("invite.opt_in", $"c.{Name}.{On}"));
    }

    private CommandResult Say(CommandContext context, string key, params (string Key, string Data)[] buttons) => new(new Card(
        texts.Get(context.Language, key),
        [.. buttons.Select(b => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(context.Language, b.Key), b.Data)])],
        context.Language));
}
