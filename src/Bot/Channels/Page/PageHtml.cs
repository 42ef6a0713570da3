using System.Security.Cryptography;
using Bot.Channels.DirectLine;
using Bot.Invitations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Channels.Page;

/// <summary>Writes whole pages. They work without JavaScript and without a style sheet.</summary>
internal sealed class PageHtml(TextCatalogue texts, CardHtml cards, InvitationLinks links, PageAssets assets)
{
    private const int NonceBytes = 12;

    /// <summary>The page of a survey.</summary>
    public string Survey(PagePlace place, PageView view, Card card, string? notice)
    {
        var main = new Markup();
        if (notice is not null)
            Notice(main, notice, card.Language, CardHtml.FieldOf(card));
        main.Add(cards.Write(card, place.Url, Hidden(place, view)));
        var title = card.Kind == CardKind.Menu ? "" : $"{card.Text.Split('\n')[0]} – ";
        return Document(card.Language, (notice is null ? "" : $"{texts.Get(card.Language, "page.notice")}: ") + title, main.ToString(), Footer(place, card.Language));
    }

    /// <summary>The page of a command.</summary>
    public string Command(PagePlace place, PageView view, Card card) =>
        Document(card.Language, "", cards.WriteCommand(card, place.Url, Hidden(place, view)), Footer(place, card.Language));

    /// <summary>A page that refuses, in every language, with the ways onward.</summary>
    /// <param name="key">The text that says why.</param>
    /// <param name="language">The browser's language; its text comes first.</param>
    public string Refusal(string key, string language)
    {
        var main = new Markup();
        var isFirst = true;
        foreach (var l in texts.Languages.OrderByDescending(l => l.Code == language))
        {
            var heading = isFirst ? "h1" : "h2";
            main.Add($"""<section lang="{l.Code}"><{heading}>{Text(l.Code, "webchat.title")}</{heading}><p>{Text(l.Code, key)}</p>""");
            main.Add($"""<p><a class="button" href="{PagePlace.Root}">{Text(l.Code, "page.choose_service")}</a></p><p><a class="button" href="/chat">{Text(l.Code, "page.chat")}</a></p></section>""").Add("\n");
            isFirst = false;
        }

        return Document(language, "", main.ToString(), "");
    }

    /// <summary>A page that only says something.</summary>
    public string Plain(string text, string language) => Document(
        language, "", $"""<h1>{Text(language, "webchat.title")}</h1><p role="status">{Markup.Encode(text)}</p><p><a class="button" href="{PagePlace.Root}">{Text(language, "page.choose_service")}</a></p>""", "");

    private void Notice(Markup main, string notice, string language, string? field)
    {
        main.Add($"""<div id="notice" role="alert" tabindex="-1"><p><strong>{Text(language, "page.notice")}</strong></p><p>{Markup.Lines(notice)}</p>""");
        if (field is not null)
            main.Add($"""<p><a href="#{field}">{Text(language, "page.to_answer")}</a></p>""");
        main.Add("</div>\n");
    }

    // The first card has no stamp of its own: a random one, so that the form counts once however often it is sent.
    private static string Hidden(PagePlace place, PageView view)
    {
        var at = view.Status == PageStatus.Current ? view.Stamp : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        var carried = place.Carried is { } person ? $"""<input type="hidden" name="{PageForm.CarriedField}" value="{person}">""" : "";
        return $"""<input type="hidden" name="{PageForm.AtField}" value="{at}">{carried}""";
    }

    private string Footer(PagePlace place, string language)
    {
        var html = new Markup().Add($"""<footer><nav aria-label="{Text(language, "page.actions")}">""");
        foreach (var name in PageCommands.Links)
            html.Add($"""<a href="{place.Url}?show={name}">{Text(language, "commands." + name)}</a> """);
        if (place.Token is { } token)
        {
            html.Add($"""<br><a href="/chat?start={token}">{Text(language, "page.in_chat")}</a> """);
            if (links.Telegram(token) is { } telegram)
                html.Add($"""<a href="{telegram}">{Text(language, "page.in_telegram")}</a>""");
        }

        return html.Add("</nav></footer>").ToString();
    }

    private string Document(string language, string title, string main, string footer) => $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <title>{Markup.Encode(title)}{Text(language, "webchat.title")}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{assets.AddressOf("page.css")}">
        <script src="{assets.AddressOf("page.js")}" defer></script>
        </head>
        <body>
        <main>
        {main}
        </main>
        {footer}
        </body>
        </html>
        """;

    private string Text(string language, string key) => Markup.Encode(texts.Get(language, key));
}
