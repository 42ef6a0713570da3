using Bot.Conversations;
using Bot.Conversations.Routing;
using Bot.Invitations;
using Bot.Invitations.Places;
using Bot.Survey.Dialogs;

namespace Bot.Channels.Page;

/// <summary>Reads the token in the address of a page. Looking uses nothing up.</summary>
internal sealed class PageLinks(ConversationStore store, PlaceCodes places, DialogEngine engine, TimeProvider time)
{
    /// <param name="token">As in the address; null: the address has none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null where the token is none of ours.</returns>
    public async Task<PageLink?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is null)
            return new PageLink.Any();
        if (!InvitationToken.IsWellFormed(token))
            return null;
        return PayloadReader.Read(token) switch
        {
            StartPayload.Service service => Open(service.Link) is { Survey.ServiceId: not null } open ? open : null,
            StartPayload.Token code when places.Read(code.Value) is { } place => place.IsOver(time.GetUtcNow()) ? new PageLink.Over() : Open(place.Link),
            StartPayload.Token code => await store.InvitationAsync(code.Value, cancellationToken) is { } invitation ? new PageLink.Invited(invitation.Token) : null,
            _ => null,
        };
    }

    /// <summary>The link as the survey will keep it, without what the catalogue does not know.</summary>
    private PageLink.Open Open(SurveyLink link) =>
        new(engine.Begin(1, link, ChannelNames.Page, language: null, consented: false, languageHint: null, time.GetUtcNow()).State.Link);
}
