using System.Globalization;
using Bot.Managers;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Invitations.Funnels;

/// <summary>The cards of /funnel.</summary>
internal sealed class FunnelCards(FunnelLines lines, TextCatalogue texts, TimeProvider time)
{
    private const int PageSize = 8;

    /// <summary>The whole: steps, ends, rates; and what it can be split by.</summary>
    public Card Whole(FunnelCounts counts, FunnelPress press, string? campaign, string language)
    {
        var words = new ScoreWords(texts, language);
        IEnumerable<string> text = counts.Invited == 0
            ? ["", words.Text("funnel.nobody")]
            : ["", .. lines.Steps(counts, language), "", .. lines.Ends(counts, language), "", .. lines.Rates(counts, language)];
        var splits = Enum.GetValues<FunnelSplit>().Where(split => campaign is null || split != FunnelSplit.Campaign)
            .Select(split => new CardButton(words.Text(SplitKey(split)), (press with { Split = split, Page = 0 }).Data()));
        List<IReadOnlyList<CardButton>> rows = [.. counts.Invited == 0 ? [] : splits.Chunk(2), Periods(words, press)];
        if (campaign is not null)
            rows.Add([ScoreCard.Back(words, (press with { CampaignId = null, Split = FunnelSplit.Campaign, Page = 0 }).Data())]);
        return ScoreCard.Of(words, [.. Head(words, press, campaign), .. text], rows);
    }

    /// <summary>The parts of a split, the largest first.</summary>
    public Card Split(
        IReadOnlyDictionary<string, FunnelCounts> parts, IReadOnlyDictionary<string, string> names, FunnelPress press, string? campaign, string language)
    {
        var (words, split) = (new ScoreWords(texts, language), press.Split.GetValueOrDefault());
        var pages = Math.Max(1, (parts.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(press.Page, 0, pages - 1);
        var shown = parts.OrderByDescending(part => part.Value.Invited).ThenBy(part => names[part.Key], StringComparer.Ordinal).Skip(page * PageSize).Take(PageSize).ToList();
        IEnumerable<string> text = [.. Head(words, press, campaign), words.Text(SplitKey(split)), words.Text("funnel.columns"), "", .. shown.Select(part => $"{names[part.Key]}: {lines.Short(part.Value, language)}")];
        List<IReadOnlyList<CardButton>> rows = split == FunnelSplit.Campaign ? [.. shown.Select(part => new[] { Campaign(part.Key) })] : [];
        rows.Add([.. page > 0 ? [Turn("←", page - 1)] : Array.Empty<CardButton>(), .. page < pages - 1 ? [Turn("→", page + 1)] : Array.Empty<CardButton>()]);
        rows.Add([new CardButton(words.Text("funnel.file"), (press with { WantsFile = true }).Data())]);
        rows.Add(Periods(words, press));
        rows.Add([ScoreCard.Back(words, (press with { Split = null, Page = 0, WantsFile = false }).Data())]);
        return ScoreCard.Of(words, text, rows);

        CardButton Campaign(string key) => new(Label(names[key]), (press with { Split = null, CampaignId = long.Parse(key, CultureInfo.InvariantCulture), Page = 0 }).Data());
        CardButton Turn(string label, int to) => new(label, (press with { Page = to }).Data(), words.Format("manager.page", ("i", to + 1), ("n", pages)));
    }

    public string Title(FunnelSplit split, string language) => $"{texts.Get(language, "funnel.title")} · {texts.Get(language, SplitKey(split))}";

    public Card Refused(string language) => Card.Plain(texts.Get(language, "error.no_access"), language);

    private static string SplitKey(FunnelSplit split) => $"funnel.by_{split.ToString().ToLower(CultureInfo.InvariantCulture)}";

    private static string Label(string name) => name.Length <= CardLimits.ButtonText ? name : name[..(CardLimits.ButtonText - 1)] + "…";

    private IEnumerable<string> Head(ScoreWords words, FunnelPress press, string? campaign)
    {
        yield return words.Text("funnel.title");
        if (campaign is not null)
            yield return campaign;
        yield return press.Period.Days(AlmatyTime.Day(time.GetUtcNow())) is var (from, to) ? $"{words.Date(from)} – {words.Date(to)}" : words["all_time"];
    }

    private static IReadOnlyList<CardButton> Periods(ScoreWords words, FunnelPress press)
    {
        var offered = PeriodChoice.Offered.Select(days => (Label: words[$"button_{days}"], Period: PeriodChoice.LastDays(days))).Append((words["button_all"], default));
        return [.. offered.Where(o => o.Period != press.Period).Select(o => new CardButton(o.Label, (press with { Period = o.Period, WantsFile = false }).Data()))];
    }
}
