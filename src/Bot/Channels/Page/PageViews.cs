using Bot.Conversations;
using Bot.Conversations.Turns;
using Bot.Hosting;
using Bot.Hosting.Keys;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Page;

/// <summary>Looks at surveys without changing anything. What a turn would do first is done to a copy, so that the buttons are those of the turn.</summary>
internal sealed class PageViews(
    ConversationStore store, DialogEngine engine, ConversationIds ids, TextCatalogue texts, TimeProvider time, IOptions<SurveyOptions> options)
{
    /// <param name="place">Where.</param>
    /// <param name="language">The browser's language, for a conversation that has none.</param>
    public async Task<PageView> LookAsync(PagePlace place, string language)
    {
        var now = time.GetUtcNow();
        if (place.Link is PageLink.Over)
            return new PageView(PageStatus.Expired);
        var snapshot = await store.LoadAsync(ids.Of(place.Key));
        if (snapshot?.State is { } state && place.Link.Covers(state, now))
            return new PageView(PageStatus.Current, engine.Show(options.Value.IsLeft(state, now) ? engine.Step(state, new DialogInput.TimeOut(), now).State : state, notice: null, now));
        if (place.Link is PageLink.Invited { Token: var token } && await store.InvitationAsync(token, CancellationToken.None) is { } invitation)
        {
            if (invitation.ResponseId is { } begun)
                return await JoinAsync(begun, now);
            if (invitation.ExpiresAt <= now)
                return new PageView(PageStatus.Expired);
            if (await store.IsFullAsync(invitation, CancellationToken.None))
                return new PageView(PageStatus.Full);
        }

        return new PageView(PageStatus.First, First(snapshot?.Row.Language ?? language), IsElsewhere: snapshot?.State is not null);
    }

    /// <summary>The language of a conversation; null where it is not known.</summary>
    public async Task<string?> LanguageAsync(ConversationKey conversation) => (await store.LoadAsync(ids.Of(conversation)))?.Row.Language;

    /// <summary>The survey was begun elsewhere and would go on here.</summary>
    private async Task<PageView> JoinAsync(long responseId, DateTimeOffset now)
    {
        var response = await store.ResponseAsync(responseId);
        if (response is null || !SurveyOpening.GoesOn(response))
            return new PageView(response switch { null => PageStatus.Erased, { Status: ResponseStatus.Expired } => PageStatus.Expired, _ => PageStatus.Used });
        var here = DialogJson.Read(response.State) with { Channel = ChannelNames.Page };
        return new PageView(PageStatus.First, engine.Show(engine.Step(here, new DialogInput.Open(), now).State, notice: null, now));
    }

    private Card First(string language) => new(
        texts.Get(language, "start.language_ask"), [[.. texts.Languages.Select(l => new CardButton(l.Name, PageCommands.Language + l.Code))]], language);
}
