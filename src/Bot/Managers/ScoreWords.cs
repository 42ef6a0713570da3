using System.Globalization;
using Bot.Scores;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>Writes scores in a language: a comma in numbers, means with two decimals, shares with one.</summary>
internal sealed class ScoreWords(TextCatalogue texts, string language)
{
    private const string Separator = " · ";

    public string Language => language;

    public CultureInfo Culture { get; } = texts.Languages.First(l => l.Code == language).Culture;

    public string this[string key] => texts.Get(language, "manager." + key);

    public string Text(string key) => texts.Get(language, key);

    public string Format(string key, params ReadOnlySpan<(string Name, object Value)> args) => texts.Format(language, key, args);

    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> args) => texts.Format(language, "manager." + key, args);

    public string Level(string id) => this["level_" + id];

    public string Form(string id) => Text("service.form_" + id);

    public string Criterion(string id) => Text("criteria." + id);

    /// <summary>The short name of an item; the proactive form has those of the electronic one.</summary>
    public string Label(string form, string id)
    {
        var key = $"items.{form}.{id}.label";
        return Text(texts.Has(key) ? key : $"items.electronic.{id}.label");
    }

    /// <summary>The name of a part: an outcome, a channel or a source of the survey, a language.</summary>
    public string Part(string dimension, string id) => dimension switch
    {
        "outcome" when texts.Has($"questions.outcome.options.{id}") => Text($"questions.outcome.options.{id}"),
        "language" when texts.Languages.FirstOrDefault(l => l.Code == id) is { } named => named.Name,
        _ => texts.Has($"manager.part_{id}") ? this[$"part_{id}"] : id,
    };

    public string Number(long number) => number.ToString("N0", Culture);

    public string Mean(ScoreView score) => texts.Number(language, score.MeanShown ?? 0, 2);

    public string Mean(decimal mean) => texts.Number(language, mean, 2);

    /// <summary>«+0,03», «−0,12», «0,00».</summary>
    public string Signed(decimal difference) => (difference > 0 ? "+" : difference < 0 ? "−" : "") + Mean(Math.Abs(difference));

    public string Percent(decimal share) => texts.Number(language, share, 1) + "\u00a0%";

    public string Date(DateOnly day) => texts.DateWithYear(language, day);

    /// <summary>The ends of the mean's interval, «4,61» and «4,87».</summary>
    public (string Low, string High) Ends(IntervalView interval) => (texts.Number(language, interval.LowShown, 2), texts.Number(language, interval.HighShown, 2));

    public string Full(ScoreView score) => texts.Number(language, score.FullShown ?? 0, 1) + "\u00a0%";

    /// <summary>When scores were computed, by the clock of Kazakhstan.</summary>
    public string Updated(DateTimeOffset time)
    {
        var there = time.ToOffset(AlmatyTime.Offset);
        return Say("updated", ("time", $"{texts.Date(language, DateOnly.FromDateTime(there.Date))}, {there.ToString("HH:mm", Culture)}"));
    }

    /// <summary>«4,80 · 79,3 % · n = 121» with its marks, or why there is no figure.</summary>
    /// <param name="score">The score; null where nobody rated.</param>
    /// <param name="thin">Whether it is a thin criterion's.</param>
    /// <param name="within">The score that it is a part of: what is preliminary there is not called so again.</param>
    public string Line(ScoreView? score, bool thin = false, ScoreView? within = null)
    {
        if (score is null)
            return this["no_data"];
        if (score.Mean is null)
            return this["mark_few"];

        IEnumerable<string> parts = [Mean(score), Full(score), Say("base", ("count", score.N ?? 0)), .. Marks(score, thin, within)];
        return string.Join(Separator, parts);
    }

    /// <summary>What is to be said of a score that is shown.</summary>
    public IEnumerable<string> Marks(ScoreView score, bool thin, ScoreView? within)
    {
        if (score.Status == ScoreStatus.TooFew)
            yield return this["mark_hidden"];
        if (score.Status == ScoreStatus.Preliminary && within?.Status != ScoreStatus.Preliminary)
            yield return this["mark_preliminary"];
        if (thin)
            yield return this["mark_thin"];
    }
}
