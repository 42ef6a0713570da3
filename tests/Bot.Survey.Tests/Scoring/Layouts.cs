using Bot.Survey.Scoring;

namespace Bot.Survey.Tests.Scoring;

/// <summary>The three forms of the 2025 monitoring: which items make up a criterion, and whose zone each one is.</summary>
internal static class Layouts
{
    public static FormLayout Electronic { get; } = Of(
        "electronic",
        """
        info        info_clear:portal bilingual:portal
        access      registration:portal navigation:portal speed:portal
        procedure   no_running:authority upload:portal
        timing      period_ok:authority
        cost        sum_ok:authority pay_method:portal
        assistant   va_full:portal va_speed:portal
        feedback    answer_fast:authority measures_ok:authority
        result      result_ok:authority
        """);

    public static FormLayout Paper { get; } = Of(
        "paper",
        """
        info        info_findable:front_office orientation:front_office language_choice:front_office forms_bilingual:authority
        access      building:front_office schedule_waiting:front_office
        staff       client_oriented:front_office
        procedure   docs_easy:authority issue_convenient:authority
        timing      period_ok:authority wait_on_site:front_office
        cost        sum_ok:authority pay_method:front_office
        feedback    answer_fast:authority measures_ok:authority
        result      result_ok:authority
        """);

    public static FormLayout Proactive { get; } = Of(
        "proactive",
        """
        info        info_clear:authority bilingual:authority
        timing      period_ok:authority
        cost        sum_ok:authority pay_method:authority
        assistant   va_full:authority va_speed:authority
        feedback    answer_fast:authority measures_ok:authority
        result      result_ok:authority
        """);

    public static IReadOnlySet<string> Gated { get; } =
        new HashSet<string> { "sum_ok", "pay_method", "va_full", "va_speed", "answer_fast", "measures_ok" };

    /// <summary>One criterion a line: its id, then <c>item:zone</c> for each item.</summary>
    public static FormLayout Of(string form, string criteria)
    {
        var lines = criteria.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var zones = lines.SelectMany(words => words.Skip(1)).Select(word => word.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);
        return new FormLayout(form, lines.Select(words => new ItemGroup(words[0], [.. words.Skip(1).Select(word => word.Split(':')[0])])), zones);
    }

    public static FormLayout ByName(string form) => form switch
    {
        "electronic" => Electronic,
        "paper" => Paper,
        "proactive" => Proactive,
        _ => throw new ArgumentException($"There is no form '{form}'.", nameof(form)),
    };
}
