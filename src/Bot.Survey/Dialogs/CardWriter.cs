using System.Text;
using Bot.Survey.Localization;

namespace Bot.Survey.Dialogs;

/// <summary>Writes one card of one state: the text, and the buttons bound to the state's revision.</summary>
internal sealed class CardWriter
{
    private readonly DialogState _state;
    private readonly TextCatalogue _texts;
    private readonly StringBuilder _text = new();
    private readonly List<IReadOnlyList<CardButton>> _rows = [];

    public CardWriter(DialogState state, TextCatalogue texts)
    {
        _state = state;
        _texts = texts;
        Language = state.Language ?? texts.Languages[0].Code;
    }

    public string Language { get; }

    public string Text(string key) => _texts.Get(Language, key);

    public string Format(string key, params ReadOnlySpan<(string, object)> args) => _texts.Format(Language, key, args);

    /// <summary>The key of a text that is worded otherwise on channels that are no messenger (<c>KEY_web</c>), or on a page (<c>KEY_page</c>).</summary>
    public string OnChannel(string key)
    {
        if (_state.Channel == "page" && Has(key + "_page"))
            return key + "_page";
        return _state.Channel != "telegram" && Has(key + "_web") ? key + "_web" : key;
    }

    public string Date(DateTimeOffset at) => _texts.Date(Language, AlmatyTime.Day(at));

    public bool Has(string key) => _texts.Has(key);

    /// <summary>A paragraph of its own.</summary>
    public CardWriter Paragraph(string text)
    {
        if (_text.Length > 0)
            _text.Append("\n\n");
        _text.Append(text);
        return this;
    }

    /// <summary>A line directly under the last one.</summary>
    public CardWriter Line(string text)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(text);
        return this;
    }

    public CardWriter Notice(Notice? notice)
    {
        if (notice is not null)
            Paragraph(Format(notice.Key, notice.Args));
        return this;
    }

    public CardButton Button(string label, string question, string value, string? spoken = null) =>
        new(Shorten(label), new ButtonData(_state.ResponseId, _state.Revision, question, value).ToString(), spoken);

    public CardButton Control(string label, string value) => Button(label, ButtonData.Control, value);

    public CardWriter Row(params CardButton[] buttons)
    {
        if (buttons.Length > 0)
            _rows.Add(buttons);
        return this;
    }

    /// <summary>The last row: back, and the other languages.</summary>
    public CardWriter Footer(bool back)
    {
        List<CardButton> row = back ? [Control(Text("flow.back"), Controls.Back)] : [];
        foreach (var language in _texts.Languages)
            if (language.Code != Language)
                row.Add(Control(language.Name, Controls.Language + language.Code));
        return Row([.. row]);
    }

    public Card Card(bool acceptsText = false, CardKind kind = CardKind.Menu, int maximum = 0)
    {
        if (_text.Length > CardLimits.Text)
            _text.Length = CardLimits.Text;
        return new Card(_text.ToString(), _rows, Language, acceptsText, kind, maximum);
    }

    private static string Shorten(string label) => label.Length <= CardLimits.ButtonText ? label : label[..(CardLimits.ButtonText - 1)] + "…";
}
