using System.Reflection;
using Bot.Hosting;
using Bot.Hosting.Keys;

namespace Bot.Tests.Docker;

/// <summary>The names under which the program reads its configuration, written as environment variables.</summary>
internal static class ConfigurationNames
{
    private static readonly string[] InNoOptionsClass = ["ASPNETCORE_URLS", "ConnectionStrings__Bot", "ConnectionStrings__Redis"];

    public static IReadOnlySet<string> All { get; } =
        Sections().Concat(Constants(typeof(KeyNames))).Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Concat(InNoOptionsClass).ToHashSet(StringComparer.Ordinal);

    // An options class names its section in the constant Section and takes a value by each property that can be set.
    private static IEnumerable<string> Sections() =>
        from type in typeof(BotProcess).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null && type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties()
        where property.CanWrite && property.Name != "ConnectionString"
        select $"{section}:{property.Name}";

    private static IEnumerable<string> Constants(Type type) => type.GetFields().Select(field => field.GetRawConstantValue()).OfType<string>();
}
