namespace Bot.Responses;

internal static class ResponseServices
{
    public static void AddResponseFiles(this IServiceCollection services)
    {
        services.AddSingleton<ImportReader>();
        services.AddSingleton<ResponseImport>();
        services.AddSingleton<ResponseExport>();
    }
}
