using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>Signs staff in on any channel: by a code as the payload of /start, behind /login, or just typed.</summary>
internal sealed class StaffSignIn(StaffCodes codes, SignInAttempts attempts, StaffChanges changes, StaffTexts staffTexts, TextCatalogue texts) : IStaffSignIn
{
    public async Task<CommandResult?> TrySignInAsync(CommandContext context, string text, CancellationToken cancellationToken) =>
        StaffCode.IsMeant(text) ? await SignInAsync(context, text, cancellationToken) : null;

    /// <summary>Takes the text for a code, whatever it looks like.</summary>
    public async Task<CommandResult> SignInAsync(CommandContext context, string code, CancellationToken cancellationToken)
    {
        if (!attempts.Allows(context.ConversationId))
            return Say(context, "staff.too_many_tries");

        var member = await codes.RedeemAsync(code, context.ConversationId, cancellationToken);
        if (member is not null)
        {
            changes.Tell(context.Conversation, Enum.Parse<StaffRole>(member.Role));
            return new CommandResult(staffTexts.SignedIn(member, context.Language));
        }

        attempts.Failed(context.ConversationId);
        return Say(context, attempts.Allows(context.ConversationId) ? "staff.wrong_code" : "staff.too_many_tries");
    }

    private CommandResult Say(CommandContext context, string key) =>
        new(Card.Plain(texts.Format(context.Language, key, ("n", (int)SignInAttempts.Window.TotalMinutes)), context.Language));
}
