using Bot.Conversations;

namespace Bot.Exports;

/// <summary>Files for people and programs: workbooks of scores, responses with their codebook.</summary>
internal static class ExportServices
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddSingleton<ExportLog>();
        services.AddSingleton<CodebookValues>();
        services.AddSingleton<Codebook>();
        services.AddSingleton<ScoreWorkbook>();
        services.AddSingleton<ScoreBooks>();
        services.AddSingleton<ResponseArchive>();
        services.AddSingleton<ResponseLinks>();
        services.AddSingleton<ResponseRuns>();
        services.AddSingleton<ResponseRunner>();
        services.AddHostedService(s => s.GetRequiredService<ResponseRunner>());
        services.AddSingleton<ExportCards>();
        services.AddSingleton<ICommand, ExportCommand>();
    }

    public static void MapExports(this WebApplication app) => app.Services.GetRequiredService<ResponseLinks>().Map(app);
}
