using System.Text;
using Bot.Survey.Dialogs;

namespace Bot.Survey.Tests.Dialogs;

/// <summary>A test person talking to the engine: taps by what the buttons say, types, and has every card at hand.</summary>
internal sealed class Citizen
{
    private readonly StringBuilder _transcript = new();

    public Citizen(SurveyLink? link = null, string channel = "telegram", string? language = null, bool consented = false)
    {
        var step = Shipped.Engine.Begin(4711, link ?? SurveyLink.None, channel, language, consented, languageHint: null, Now);
        State = step.State;
        Facts.AddRange(step.Facts);
        Card = Shipped.Engine.Show(State, null, Now);
        Write();
    }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 12, 10, 0, 0, TimeSpan.FromHours(5));

    public DialogState State { get; private set; }

    public Card Card { get; private set; }

    public List<DialogFact> Facts { get; } = [];

    public int Taps { get; private set; }

    public string Transcript => _transcript.ToString();

    public IEnumerable<CardButton> Buttons => Card.Rows.SelectMany(r => r);

    /// <summary>Taps the button whose label is, or begins with, this (a tick before it does not count).</summary>
    public Citizen Tap(string label)
    {
        var button = Buttons.FirstOrDefault(b => Plain(b.Text) == label) ?? Buttons.FirstOrDefault(b => Plain(b.Text).StartsWith(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button «{label}» on:\n{Render(Card)}");
        Taps++;
        return Do(new DialogInput.Press(button.Data), $"[{Plain(button.Text)}]");
    }

    public Citizen Type(string text) => Do(new DialogInput.Text(text), text);

    public Citizen Do(DialogInput input, string said = "")
    {
        var step = Shipped.Engine.Step(State, input, Now);
        State = step.State;
        Facts.AddRange(step.Facts);
        Card = Shipped.Engine.Show(State, step.Notice, Now);
        _transcript.Append("> ").Append(said.Length > 0 ? said : $"({input.GetType().Name})").Append("\n\n");
        Write();
        return this;
    }

    /// <summary>Rates everything that is asked the same, shuts the gates it can, and stops at the review.</summary>
    public Citizen RateAll(string rating, params (string Question, string Rating)[] but)
    {
        while (State.Screen == Screen.Question)
        {
            var special = but.FirstOrDefault(b => b.Question == State.Question).Rating;
            var wanted = special ?? State.Question switch { "used_assistant" or "paid" => "no", "help" => "no_claims", _ => rating };
            var button = Buttons.First(b => b.Data.EndsWith($".{State.Question}.{wanted}", StringComparison.Ordinal));
            Tap(Plain(button.Text));
            if (State.Draft.Length > 0)
                Tap(Shipped.Texts.Get(State.Language!, "flow.done"));
        }
        return this;
    }

    public static string Plain(string label) => label.TrimStart('✓', '☑', '☐', '✎', ' ');

    private void Write() => _transcript.Append(Render(Card)).Append('\n');

    private static string Render(Card card)
    {
        var text = new StringBuilder();
        foreach (var line in card.Text.Split('\n'))
            text.Append("  ").Append(line).Append('\n');
        foreach (var row in card.Rows)
            text.Append("    ").AppendJoin(' ', row.Select(b => $"[{b.Text}]")).Append('\n');
        return text.Replace("  \n", "\n").ToString();
    }
}
