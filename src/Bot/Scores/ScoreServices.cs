using Bot.Survey.Scoring;
using Microsoft.Extensions.Options;

namespace Bot.Scores;

internal static class ScoreServices
{
    public static void AddScores(this IServiceCollection services)
    {
        services.AddOptions<ScoresOptions>().BindConfiguration(ScoresOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScoresOptions>, ScoresOptionsValidator>();
        services.AddSingleton(s => Gate(s.GetRequiredService<IOptions<ScoresOptions>>().Value));
        services.AddSingleton<ScoringForms>();
        services.AddSingleton<ScoreComputer>();
        services.AddSingleton<ScoreSnapshots>();
        services.AddSingleton<ScoreFold>();
        services.AddSingleton<ScoreLayouts>();
        services.AddSingleton<ScoreRebuild>();
        services.AddSingleton<ScoreReader>();
        services.AddSingleton<ScoreExport>();
    }

    private static PublishGate Gate(ScoresOptions options) => new(options.MinimumToShow, options.MinimumToRank, options.StepsBelow);
}
