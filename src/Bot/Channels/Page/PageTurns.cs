using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Channels.Page;

/// <summary>Takes what the forms of pages bring.</summary>
internal sealed class PageTurns(IConversationRunner runner, PageViews views, TextCatalogue texts, IHostApplicationLifetime lifetime)
{
    // A browser that goes away does not stop its turn: it may be saved already.
    private CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <param name="place">Where the form stood.</param>
    /// <param name="form">The form.</param>
    /// <param name="language">The browser's language.</param>
    public async Task<PageOutcome> TakeAsync(PagePlace place, PageForm form, string language)
    {
        var view = await views.LookAsync(place, language);
        if (view.Card is null)
            return new PageOutcome(place, view, Notice: null);
        if (form.Payload is not { } payload)
            return new PageOutcome(place, view, texts.Get(view.Card.Language, Missing(view.Card)));
        if (view.Status is PageStatus.First && !IsForget(form) && !Begins(form, view))
            return new PageOutcome(place, view, texts.Get(view.Card.Language, "error.old_button"));
        if (view.Status is PageStatus.First && !IsForget(form))
            await RunAsync(place, form, "start", new MessagePayload.Text($"/start {place.Token}".TrimEnd()), language);
        var reply = await RunAsync(place, form, "said", payload, language);
        var after = await views.LookAsync(place, language);
        if (after.IsElsewhere)
            after = await views.LookAsync(place = place.Anywhere, language);
        return new PageOutcome(place, after, NoticeOf(reply.Card, after.Card));
    }

    private Task<TurnReply> RunAsync(PagePlace place, PageForm form, string part, MessagePayload payload, string language) =>
        runner.RunAsync(new IncomingMessage(place.Key, form.UpdateId(part), payload, language), Stopping);

    // An old form must not begin a survey that was erased since.
    private static bool Begins(PageForm form, PageView view) =>
        form.Data is { } data && (view.Offers(data) || data.StartsWith(PageCommands.Language, StringComparison.Ordinal));

    private static bool IsForget(PageForm form) => form.Data is { } data && PageCommands.IsForget(data);

    private static string Missing(Card card) => card.Kind switch
    {
        CardKind.Rating => "page.choose",
        CardKind.Text or CardKind.Number or CardKind.Search => "page.write",
        _ => "flow.use_buttons_only",
    };

    /// <summary>What the turn said that the card does not: a notice above it, or a card without a survey, which would not come again.</summary>
    private static string? NoticeOf(Card? said, Card? shown)
    {
        if (said is null || said.Text == shown?.Text)
            return null;
        if (shown is not null && said.Text.EndsWith("\n\n" + shown.Text, StringComparison.Ordinal))
            return said.Text[..^(shown.Text.Length + 2)];
        return said.Rows.Any(row => row.Any(button => !PageCommands.IsCommand(button.Data))) ? null : said.Text;
    }
}

/// <summary>Where a form has led.</summary>
/// <param name="Place">Where to go on.</param>
/// <param name="View">What is shown there.</param>
/// <param name="Notice">To be said above it; null: nothing.</param>
internal sealed record PageOutcome(PagePlace Place, PageView View, string? Notice);
