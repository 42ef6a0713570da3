using System.Collections.Immutable;
using System.Text;
using Bot.Survey.Dialogs;
using Bot.Survey.Questionnaires;
using Xunit;

namespace Bot.Survey.Tests.Dialogs;

/// <summary>Walks through a survey at random, sensibly and not, and checks after every step what must always hold. Keeps a model of the answers of its own.</summary>
internal sealed class Walker
{
    private static readonly string[] Typed =
        ["", "5", "3", "бес", "4-5", "да", "жоқ", "назад", "пропустить", "Астана", "Алматы", "1403024", "🤷", "/start", new('я', 5000), "a.1.1.x.5", "12", "😀5"];

    private readonly Random _random;
    private readonly Dictionary<string, string> _model = new(StringComparer.Ordinal);
    private readonly List<string> _seen = [];
    private DateTimeOffset _now = new(2026, 3, 12, 10, 0, 0, TimeSpan.Zero);

    public Walker(int seed, SurveyLink link)
    {
        _random = new Random(seed);
        State = Shipped.Engine.Begin(1_000_000 + seed, link, seed % 2 == 0 ? "telegram" : "web", null, false, null, _now).State;
    }

    public DialogState State { get; private set; }

    public int Submits { get; private set; }

    public void Walk(int steps)
    {
        for (var i = 0; i < steps; i++)
            Step();
    }

    private void Step()
    {
        var before = State;
        var card = Shipped.Engine.Show(before, null, _now);
        CheckCard(card);
        _seen.AddRange(card.Rows.SelectMany(r => r).Select(b => b.Data));
        var (input, button) = Choose(card);
        _now = _now.AddSeconds(_random.Next(1, 60));
        var step = Shipped.Engine.Step(before, input, _now);
        State = step.State;
        Assert.Equal(before, DialogJson.Read(DialogJson.Write(before)), (a, b) => DialogJson.Write(a!) == DialogJson.Write(b!));
        if (ReferenceEquals(State, before))
            return;
        Assert.Equal(before.Revision + 1, State.Revision);
        Follow(before, button);
        CheckAnswers(before);
        CheckProgress(before, button);
        if (step.Facts.OfType<DialogFact.Submitted>().Any())
            CheckSubmit();
    }

    private (DialogInput Input, ButtonData? Button) Choose(Card card)
    {
        var buttons = card.Rows.SelectMany(r => r).ToList();
        if (buttons.Count > 0 && _random.NextDouble() < 0.85)
        {
            // Forward more often than around, so that walks get somewhere.
            var forward = buttons.Where(b => !b.Data.Contains("._.", StringComparison.Ordinal) || b.Data.EndsWith(".submit", StringComparison.Ordinal) || b.Data.EndsWith(".agree", StringComparison.Ordinal) || b.Data.EndsWith(".done", StringComparison.Ordinal) || b.Data.Contains("svc-", StringComparison.Ordinal)).ToList();
            var pool = forward.Count > 0 && _random.NextDouble() < 0.8 ? forward : buttons;
            var pressed = pool[_random.Next(pool.Count)].Data;
            return (new DialogInput.Press(pressed), ButtonData.TryParse(pressed, out var data) ? data : null);
        }
        return _random.Next(9) switch
        {
            0 => (new DialogInput.Open(), null),
            1 => (new DialogInput.TimeOut(), null),
            2 => (new DialogInput.Stop(), null),
            3 => (new DialogInput.Unsupported(), null),
            4 => (new DialogInput.SetLanguage(_random.Next(2) == 0 ? null : "kk"), null),
            5 => (new DialogInput.AskAgain(), null),
            6 => Stale(card),
            _ => (new DialogInput.Text(Typed[_random.Next(Typed.Length)]), null),
        };
    }

    private (DialogInput, ButtonData?) Stale(Card card)
    {
        var data = _random.Next(3) == 0 ? "a.zz.zz.info_clear.5" : _seen[_random.Next(_seen.Count)];
        if (card.Rows.SelectMany(r => r).All(b => b.Data != data))
            Assert.Same(State, Shipped.Engine.Step(State, new DialogInput.Press(data), _now).State);
        return (new DialogInput.Press(data), null);
    }

    /// <summary>The model: an answer counts where its button was pressed, or where the state says it was typed; what the path loses is lost.</summary>
    private void Follow(DialogState before, ButtonData? button)
    {
        if (State.Answers.IsEmpty)
            _model.Clear();
        var question = before.Screen is Screen.Question or Screen.ConfirmChange ? before.Question : null;
        if (button is { } b && b.Question == question && b.Question != ButtonData.Control && State.Screen != Screen.ConfirmChange && Kind(question) != QuestionKind.MultiChoice)
            _model[b.Question] = b.Value;
        else if (question is not null && State.Answers.TryGetValue(question, out var value))
            _model[question] = value;
        if (before.Screen == Screen.ConfirmChange || question == "channel" || question == Answers.Outcome || Kind(question) is QuestionKind.Choice or QuestionKind.MultiChoice)
            foreach (var gone in _model.Keys.Where(k => !State.Answers.ContainsKey(k)).ToList())
                _model.Remove(gone);
        foreach (var skipped in State.Answers.Where(a => a.Value.Length == 0))
            _model[skipped.Key] = "";
    }

    private QuestionKind? Kind(string? question) => question is null ? null : Shipped.Engine.QuestionnaireOf(State).Find(question)?.Kind;

    private void CheckAnswers(DialogState before)
    {
        Assert.Equal(_model.OrderBy(a => a.Key, StringComparer.Ordinal), State.Answers.OrderBy(a => a.Key, StringComparer.Ordinal));
        // Ratings vanish only where the person said yes to that, began anew, or has no result to rate.
        var lost = before.Answers.Count(a => IsRating(a.Key, a.Value)) - State.Answers.Count(a => IsRating(a.Key, a.Value));
        if (lost > 1)
            Assert.True(before.Screen is Screen.ConfirmChange or Screen.Resume or Screen.Service, $"{lost} ratings lost on {before.Screen} {before.Question}");
    }

    private static bool IsRating(string question, string answer) =>
        Answers.Rating(answer) is not null && Shipped.Questionnaires.All.Any(q => q.Find(question) is { Counted: true });

    private void CheckProgress(DialogState before, ButtonData? button)
    {
        var forward = button is { } b && b.Question == before.Question && before.Screen == Screen.Question && State.Screen == Screen.Question && before.Changing is null;
        if (!forward || Shipped.Engine.QuestionnaireOf(State) is not { } questionnaire || questionnaire.IndexOf(State.Question!) <= questionnaire.IndexOf(before.Question!) || questionnaire.IndexOf(State.Question!) >= questionnaire.SubmitIndex)
            return;
        var (was, now) = (Progress(before), Progress(State));
        Assert.True(now >= was - 1e-9, $"progress fell from {was} to {now} at {before.Question} -> {State.Question}");
    }

    private static double Progress(DialogState state)
    {
        var (place, length) = new SurveyPath(Shipped.Questionnaires, Shipped.Catalogue, state).Progress(state.Question!);
        return (double)place / length;
    }

    private void CheckSubmit()
    {
        Submits++;
        var questionnaire = Shipped.Questionnaires[State.Form!];
        var rated = _model.Where(a => questionnaire.Find(a.Key) is { Counted: true } && Answers.Rating(a.Value) is not null).ToDictionary(a => a.Key, a => Answers.Rating(a.Value)!.Value);
        Assert.Equal(rated.ToImmutableSortedDictionary(), Shipped.Engine.CountedRatings(State).ToImmutableSortedDictionary());
    }

    private static void CheckCard(Card card)
    {
        Assert.InRange(card.Text.Length, 1, CardLimits.Text);
        foreach (var button in card.Rows.SelectMany(r => r))
        {
            Assert.InRange(button.Text.Length, 1, CardLimits.ButtonText);
            Assert.InRange(Encoding.UTF8.GetByteCount(button.Data), 1, CardLimits.ButtonData);
        }
        var data = card.Rows.SelectMany(r => r).Select(b => b.Data).ToList();
        Assert.Equal(data.Count, data.Distinct().Count());
    }
}
