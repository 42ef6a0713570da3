using Bot.Managers;
using Bot.Survey.Localization;

namespace Bot.Invitations.Funnels;

/// <summary>A funnel in words: the steps, what became of those who did not take them all, the rates.</summary>
internal sealed class FunnelLines(TextCatalogue texts)
{
    /// <summary>«Opened: 640 · 53,3 %», each step with its share of those invited.</summary>
    public IEnumerable<string> Steps(FunnelCounts counts, string language)
    {
        var words = new ScoreWords(texts, language);
        return Enum.GetValues<FunnelStep>().Select(step => (Name: Name(words, "step", step), Count: counts.Reached(step)))
            .Select(step => $"{step.Name}: {words.Number(step.Count)}{(step.Count == counts.Invited ? "" : $" · {words.Percent(100m * step.Count / counts.Invited)}")}");
    }

    /// <summary>What became of the others; what did not occur is left out.</summary>
    public IEnumerable<string> Ends(FunnelCounts counts, string language)
    {
        var words = new ScoreWords(texts, language);
        return Enum.GetValues<FunnelEnd>().Where(end => end != FunnelEnd.Completed && counts.Of(end) > 0).Select(end => $"{Name(words, "end", end)}: {words.Number(counts.Of(end))}");
    }

    public IEnumerable<string> Rates(FunnelCounts counts, string language)
    {
        var (words, rates) = (new ScoreWords(texts, language), counts.Rates());
        (string Key, decimal? Rate)[] all = [("rr1", rates.Rr1), ("coop1", rates.Coop1), ("ref1", rates.Ref1), ("con1", rates.Con1), ("completion", rates.Completion)];
        return all.Where(rate => rate.Rate is not null).Select(rate => $"{words.Text($"funnel.rate_{rate.Key}")}: {words.Percent(rate.Rate.GetValueOrDefault())}");
    }

    /// <summary>«1 200 → 640 → 580 → 550 · 45,8 %»: invited, opened, started, completed, and the response rate.</summary>
    public string Short(FunnelCounts counts, string language)
    {
        var words = new ScoreWords(texts, language);
        FunnelStep[] steps = [FunnelStep.Invited, FunnelStep.Opened, FunnelStep.Started, FunnelStep.Completed];
        var line = string.Join(" → ", steps.Select(step => words.Number(counts.Reached(step))));
        return counts.Rates().Rr1 is { } rate ? $"{line} · {words.Percent(rate)}" : line;
    }

    private static string Name<T>(ScoreWords words, string kind, T value)
        where T : struct, Enum => words.Text($"funnel.{kind}_{value.ToString().ToLower(System.Globalization.CultureInfo.InvariantCulture)}");
}
