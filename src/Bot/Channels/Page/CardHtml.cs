using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Channels.Page;

/// <summary>Writes a card as forms: a rating is a labelled group of radio buttons, other answers are buttons below their question.</summary>
internal sealed class CardHtml(TextCatalogue texts)
{
    private const string FieldId = "answer";

    /// <param name="card">The card.</param>
    /// <param name="url">Where its forms go.</param>
    /// <param name="hidden">Fields that every form carries.</param>
    public string Write(Card card, string url, string hidden)
    {
        var form = $"""<form method="post" action="{url}">{hidden}""";
        var html = new Markup();
        var paragraphs = card.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        switch (card.Kind)
        {
            case CardKind.Rating: Rating(html, card, form, paragraphs); break;
            case CardKind.Choice or CardKind.Several: Choice(html, card, form, paragraphs); break;
            case CardKind.Number or CardKind.Text or CardKind.Search: Field(html, card, form, paragraphs); break;
            default: Menu(html, card, form, paragraphs); break;
        }

        return html.ToString();
    }

    /// <summary>A card of a command: its buttons that only lead somewhere are links.</summary>
    public string WriteCommand(Card card, string url, string hidden)
    {
        var html = new Markup().Add($"<h1>{Title(card.Language)}</h1>");
        Paragraphs(html, card.Text.Split("\n\n"));
        html.Add($"""<form method="post" action="{url}">{hidden}""");
        foreach (var button in card.Rows.SelectMany(row => row))
        {
            var name = button.Data[2..];
            var target = name == "start" || name.EndsWith(".no", StringComparison.Ordinal) ? url : PageCommands.Links.Contains(name, StringComparer.Ordinal) ? $"{url}?show={name}" : null;
            html.Add(target is not null ? $"""<p><a class="button" href="{target}">{Markup.Encode(button.Text)}</a></p>""" : PageCommands.MayPress(button.Data) ? $"<p>{Button(button)}</p>" : "");
        }

        return html.Add("</form>").ToString();
    }

    /// <summary>What a notice links to; null where the card has no field.</summary>
    public static string? FieldOf(Card card) => card.Kind is CardKind.Menu or CardKind.Choice or CardKind.Several ? null : FieldId;

    private void Menu(Markup html, Card card, string form, string[] paragraphs)
    {
        var isLanguage = card.Rows.SelectMany(row => row).All(button => LanguageOf(button) is not null);
        html.Add(isLanguage ? $"<h1>{Bilingual([.. texts.Languages.Select(l => Title(l.Code))])}</h1>" : $"<h1>{Title(card.Language)}</h1>");
        if (isLanguage)
            html.Add($"<p>{Bilingual(card.Text.Split(" / "))}</p>");
        else
            Paragraphs(html, paragraphs);
        html.Add(form);
        Rows(html, card.Rows, isFirstMain: card.Rows is [[_], ..]);
        html.Add("</form>");
    }

    private void Rating(Markup html, Card card, string form, string[] paragraphs)
    {
        html.Add(form);
        Question(html, paragraphs);
        var answers = card.Rows.SelectMany(row => row).Where(button => button.IsAnswer).ToList();
        html.Add("""<div class="scale">""");
        foreach (var answer in answers)
        {
            var label = answer.Text.TrimStart('✓', ' ');
            var id = answer == answers[0] ? $" id=\"{FieldId}\"" : "";
            var name = answer.Spoken is { } spoken ? $" aria-label=\"{Markup.Encode(spoken)}\"" : "";
            var given = label == answer.Text ? "" : " checked";
            html.Add($"""<label><input type="radio" name="data" value="{answer.Data}" required{id}{name}{given}><span>{Markup.Encode(label)}</span></label>""").Add("\n");
        }

        html.Add($"""</div></fieldset><p><button class="main">{Text(card, "flow.next")}</button></p></form>""").Add(form);
        Rows(html, [.. card.Rows.Where(row => !row.Any(button => button.IsAnswer))]);
        html.Add("</form>");
    }

    private void Choice(Markup html, Card card, string form, string[] paragraphs)
    {
        html.Add(form);
        Question(html, paragraphs);
        Rows(html, [.. card.Rows.Where(row => row.Any(button => button.IsAnswer))]);
        html.Add("</fieldset>");
        Rows(html, [.. card.Rows.Where(row => !row.Any(button => button.IsAnswer))]);
        html.Add("</form>");
    }

    private void Field(Markup html, Card card, string form, string[] paragraphs)
    {
        html.Add($"<h1>{Markup.Lines(paragraphs[0])}</h1>");
        Paragraphs(html, paragraphs[1..]);
        html.Add(form);
        var longest = card.Maximum > 0 && card.Kind == CardKind.Text ? $" maxlength=\"{card.Maximum}\"" : "";
        html.Add($"""<p><label for="{FieldId}">{Text(card, card.Kind == CardKind.Search ? "page.service_name" : "page.your_answer")}</label>""");
        html.Add(card.Kind switch
        {
            CardKind.Text => $"""<textarea id="{FieldId}" name="text" rows="4" required{longest}></textarea>""",
            CardKind.Number => $"""<input id="{FieldId}" name="text" inputmode="numeric" autocomplete="off" required>""",
            _ => $"""<input id="{FieldId}" name="text" type="search" maxlength="60" autocomplete="off" required>""",
        });
        html.Add($"""</p><p><button class="main">{Text(card, card.Kind == CardKind.Search ? "page.find" : "flow.next")}</button></p></form>""").Add(form);
        Rows(html, card.Rows);
        html.Add("</form>");
    }

    /// <summary>Opens the group of a question's answers, named by the question.</summary>
    private static void Question(Markup html, string[] paragraphs)
    {
        var hint = paragraphs.Length > 2 ? " aria-describedby=\"hint\"" : "";
        html.Add($"<fieldset{hint}><legend><h1>{Markup.Lines(paragraphs[0])}</h1>");
        if (paragraphs.Length > 1)
            html.Add($"<span>{Markup.Lines(paragraphs[1])}</span>");
        html.Add("</legend>");
        if (paragraphs.Length > 2)
            html.Add($"""<p id="hint">{Markup.Lines(string.Join('\n', paragraphs[2..]))}</p>""");
    }

    private static void Paragraphs(Markup html, string[] paragraphs)
    {
        foreach (var paragraph in paragraphs)
            html.Add($"<p>{Markup.Lines(paragraph)}</p>\n");
    }

    private void Rows(Markup html, IReadOnlyList<IReadOnlyList<CardButton>> rows, bool isFirstMain = false)
    {
        foreach (var row in rows)
        {
            var languages = row.Count(button => LanguageOf(button) is not null);
            var kind = languages > 0 && languages < texts.Languages.Count ? "row foot" : "row";
            html.Add($"""<p class="{kind}">""").Add(string.Join(' ', row.Select(button => Button(button, isFirstMain && row == rows[0])))).Add("</p>\n");
        }
    }

    private string Button(CardButton button, bool isMain = false)
    {
        var look = isMain ? " class=\"main\"" : "";
        var language = LanguageOf(button) is { } code ? $" lang=\"{code}\"" : "";
        // A name that is spoken must hold what is seen.
        var name = button.Spoken is { } spoken && spoken.Contains(button.Text.TrimStart('✓', '✎', '☑', '☐', ' '), StringComparison.Ordinal) ? $" aria-label=\"{Markup.Encode(spoken)}\"" : "";
        return $"""<button name="data" value="{button.Data}"{look}{language}{name}>{Markup.Encode(button.Text)}</button>""";
    }

    private string? LanguageOf(CardButton button) => texts.Languages.FirstOrDefault(l => l.Name == button.Text)?.Code;

    private string Bilingual(IReadOnlyList<string> parts) => string.Join(" / ", parts.Select((part, i) =>
        i < texts.Languages.Count ? $"""<span lang="{texts.Languages[i].Code}">{Markup.Encode(part)}</span>""" : Markup.Encode(part)));

    private string Title(string language) => texts.Get(language, "webchat.title");

    private string Text(Card card, string key) => Markup.Encode(texts.Get(card.Language, key));
}
