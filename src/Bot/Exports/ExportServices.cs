namespace Bot.Exports;

internal static class ExportServices
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddSingleton<ExportLog>();
        services.AddSingleton<CodebookValues>();
        services.AddSingleton<Codebook>();
        services.AddSingleton<ScoreWorkbook>();
        services.AddSingleton<ScoreBooks>();
    }
}
