namespace Bot.Conversations;

/// <summary>Signs staff in by a one-time code that was typed or came as the payload of /start.</summary>
internal interface IStaffSignIn
{
    /// <summary>Uses the code up and makes a staff member of the conversation; null where the text is no code at all.</summary>
    Task<CommandResult?> TrySignInAsync(CommandContext context, string text, CancellationToken cancellationToken);
}
