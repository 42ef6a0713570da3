using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Cases;

/// <summary>The buttons of the request to rate again; nobody types it.</summary>
internal sealed class AgainCommand(RatingRequests requests, TextCatalogue texts) : ICommand
{
    public string Name => "again";

    public StaffRole? Role => null;

    public bool IsListed => false;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!long.TryParse(context.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var response))
            return Say(context, "again.thanks");
        return await requests.LinkAsync(context.ConversationId, response, cancellationToken) is { } link
            ? new CommandResult(null, Link: link)
            : Say(context, "invite.already");
    }

    private CommandResult Say(CommandContext context, string key) => new(Card.Plain(texts.Get(context.Language, key), context.Language));
}
