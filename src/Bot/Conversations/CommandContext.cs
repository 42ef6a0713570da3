using Bot.Survey.Dialogs;

namespace Bot.Conversations;

/// <param name="Conversation">Where it was used.</param>
/// <param name="ConversationId">Id of the conversation's row.</param>
/// <param name="Language">Language of the reader.</param>
/// <param name="Arguments">Words behind the command, or the arguments of the pressed button; empty where none.</param>
/// <param name="Pressed">Whether a button was pressed (the card is then edited) or the command typed.</param>
/// <param name="Staff">The signed-in staff member, or null.</param>
/// <param name="File">The file that was sent to a command that takes files; null: none.</param>
internal sealed record CommandContext(ConversationKey Conversation, string ConversationId, string Language, string Arguments, bool Pressed, Staff? Staff, SentFile? File = null);

/// <summary>A signed-in staff member.</summary>
/// <param name="Scope">Empty: everything the role may see; else <c>service:ID</c>, <c>provider:ID</c>, <c>region:ID</c>.</param>
internal sealed record Staff(long Id, StaffRole Role, IReadOnlyList<string> Scope);

/// <param name="Card">What to show; null: the current card of the survey.</param>
/// <param name="Input">An input for the survey («stop»), applied before the card is shown; null: none.</param>
/// <param name="Attachment">A file to send beside the card; null: none.</param>
/// <param name="Link">A survey to open, which is shown instead of a card; null: none.</param>
internal sealed record CommandResult(Card? Card, DialogInput? Input = null, Attachment? Attachment = null, SurveyLink? Link = null);
