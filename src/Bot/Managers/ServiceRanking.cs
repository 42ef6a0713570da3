using Bot.Scores;

namespace Bot.Managers;

internal static class ServiceRanking
{
    /// <summary>The services with enough respondents, the best first.</summary>
    public static List<ServiceSummary> Of(IEnumerable<ServiceSummary> services) =>
    [
        .. services.Where(service => service.Score?.Status == ScoreStatus.Shown)
            .OrderByDescending(service => service.Score!.Mean).ThenByDescending(service => service.Score!.Full).ThenBy(service => service.Service, StringComparer.Ordinal),
    ];
}
