using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;

namespace Bot.Conversations;

/// <summary>A conversation as it was after its last turn. Shared and cached: nobody changes its rows.</summary>
/// <param name="Row">The conversation.</param>
/// <param name="Response">The open survey, or null.</param>
/// <param name="State">Its state; null where there is none.</param>
/// <param name="LastCard">The card that a command showed last; null where the survey's own card is the current one.</param>
internal sealed record ConversationSnapshot(ConversationRow Row, ResponseRow? Response, DialogState? State, Card? LastCard = null);
