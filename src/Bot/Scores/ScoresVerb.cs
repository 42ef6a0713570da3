using System.CommandLine;
using System.Globalization;
using Bot.Hosting;

namespace Bot.Scores;

internal sealed class ScoresVerb : Command
{
    public ScoresVerb()
        : base("scores", "The live scores.") => Add(new ScoresRebuildVerb());
}

internal sealed class ScoresRebuildVerb : Command
{
    public ScoresRebuildVerb()
        : base("rebuild", "Counts all answers anew, compares with the live scores, repairs and reports what differed.") => SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return VerbHost.RunAsync(services => RunAsync(services, output, cancellationToken), error, cancellationToken);
        });

    internal static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ScoreFold>().RunAsync(cancellationToken);
        var report = await services.GetRequiredService<ScoreRebuild>().RunAsync(cancellationToken);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Responses} responses, {report.Cells} rows compared, drift {report.Drift}, counted wrongly {report.Recounted}").AsMemory(),
            cancellationToken);
        return 0;
    }
}
