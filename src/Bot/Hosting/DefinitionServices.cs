using Bot.Survey.Catalogue;
using Bot.Survey.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Hosting;

/// <summary>The texts and the catalogue, read from the files beside the program.</summary>
internal static class DefinitionServices
{
    public static void AddDefinitions(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new TextCatalogue(Directory.EnumerateFiles(Folder("localization"), "*.json").Select(file => (Path.GetFileName(file), File.ReadAllText(file)))));
        services.TryAddSingleton(_ => ServiceCatalogue.Parse(Catalogue("services"), Catalogue("providers"), Catalogue("regions")));
        services.TryAddSingleton(s => new ServiceSearch(s.GetRequiredService<ServiceCatalogue>().Services));
    }

    private static string Catalogue(string name) => File.ReadAllText(Path.Combine(Folder("dialogs"), "catalogue", name + ".json"));

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
