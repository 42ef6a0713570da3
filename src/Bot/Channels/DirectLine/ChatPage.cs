using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bot.Channels.DirectLine.Protocol;
using Bot.Channels.Page;
using Bot.Invitations.Places;
using Bot.Survey.Localization;

namespace Bot.Channels.DirectLine;

/// <summary>The page <c>/chat</c>: Microsoft's Web Chat, or a plain page that says so where the build could not take it.</summary>
internal sealed class ChatPage(WebTexts texts, PageAssets assets, PersonCookie person, PlaceCodes places)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Bundle = "webchat-minimal.js";

    // Its words follow the language of the dialog, as the chat does.
    private const string KioskBar = """
        <div id="kiosk"><p hidden><span role="status"></span> <b></b> <button type="button"></button></p><button type="button" hidden></button></div>
        """;

    // Web Chat adds one empty style element without the nonce: the hash is that of nothing.
    private static readonly CompositeFormat Policy = CompositeFormat.Parse(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{0}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; "
        + "connect-src 'self' blob:; worker-src blob:; media-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    public IResult Serve(HttpContext http)
    {
        // A tablet in an office: nobody is known again there.
        var start = http.Request.Query["start"].ToString();
        var isKiosk = http.Request.Query["kiosk"] == "1" && places.Read(start) is not null;
        if (!isKiosk)
            person.Identify(http);
        var language = texts.LanguageOf(http.Request);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = string.Format(CultureInfo.InvariantCulture, Policy, nonce);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(assets.Has(Bundle) ? Chat(language, nonce, isKiosk, start) : Plain(language, start), "text/html; charset=utf-8");
    }

    private string Chat(Language language, string nonce, bool isKiosk, string start)
    {
        var config = new ChatConfig(nonce, language.Code, texts.Languages.ToDictionary(
            l => l.Code, l => new ChatLanguage(l.Culture.Name, texts.Get(l, "webchat.title"), texts.StringsOf(l), isKiosk ? Kiosk(l) : null)));
        return Page(language, $"""
            {(isKiosk ? KioskBar : "")}
            <main id="chat" data-config="{Encode(JsonSerializer.Serialize(config, DirectLineWriter.Json.ChatConfig))}">
            <p>{Text(language, "webchat.loading")}</p>
            </main>
            <noscript><p>{Text(language, "webchat.noscript")} {PageLink(language, start)}</p></noscript>
            <script src="{assets.AddressOf(Bundle)}" defer></script>
            {(isKiosk ? $"""<script src="{assets.AddressOf("kiosk.js")}" defer></script>""" : "")}
            <script src="{assets.AddressOf("chat.js")}" defer></script>
            """);
    }

    private KioskTexts Kiosk(Language language) => new(texts.Get(language, "webchat.kiosk.clears"), texts.Get(language, "webchat.kiosk.stay"), texts.Get(language, "webchat.kiosk.end"));

    // The same survey without a script.
    private string PageLink(Language language, string start) =>
        $"""<a href="{Encode(start.Length == 0 ? PagePlace.Root : $"{PagePlace.Root}/{Uri.EscapeDataString(start)}")}">{Text(language, "commands.start")}</a>""";

    private string Plain(Language language, string start) => Page(language, $"""
        <main>
        <h1>{Text(language, "webchat.title")}</h1>
        <p>{Text(language, "webchat.unavailable")} {PageLink(language, start)}</p>
        </main>
        """);

    private string Page(Language language, string body) => $"""
        <!doctype html>
        <html lang="{language.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
        <title>{Text(language, "webchat.title")}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{assets.AddressOf("chat.css")}">
        </head>
        <body>
        {body}
        </body>
        </html>
        """;

    private string Text(Language language, string key) => Encode(texts.Get(language, key));

    private static string Encode(string text) => Html.Encode(text);
}

internal sealed record ChatConfig(string Nonce, string Language, IReadOnlyDictionary<string, ChatLanguage> Languages);

internal sealed record ChatLanguage(string Locale, string Title, IReadOnlyDictionary<string, string> Strings, KioskTexts? Kiosk);

/// <param name="Clears">Stands before the seconds that are left.</param>
/// <param name="Stay">The button of who is still there.</param>
/// <param name="End">The button of who goes.</param>
internal sealed record KioskTexts(string Clears, string Stay, string End);
