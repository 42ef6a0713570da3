using System.Runtime.CompilerServices;

namespace Bot.Tests;

internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Where something that a test made is kept for people to look at.</summary>
    public static string Artifact(string folder, string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "artifacts", folder)).FullName, name);

    private static string FindRoot([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));
}
