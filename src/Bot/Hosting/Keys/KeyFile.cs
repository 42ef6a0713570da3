using System.Text.Json;

namespace Bot.Hosting.Keys;

/// <summary>The embedded program's own keys, in a file only its user may read.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads the file, made first where there is none. Two processes that start together end with the same keys.</summary>
    public static IReadOnlyDictionary<string, string> ReadOrMake(string path)
    {
        if (!File.Exists(path))
            Make(path);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path))
            ?? throw new InvalidDataException($"{path} holds no keys.");
    }

    private static void Make(string path)
    {
        using var turn = Turn(path);
        if (File.Exists(path))
            return;
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [KeyNames.Respondent] = KeyText.NewKey(),
            [KeyNames.Privacy] = KeyText.NewRing(),
            [KeyNames.Web] = KeyText.NewRing(),
            [KeyNames.Invitations] = KeyText.NewRing(),
        };
        var draft = $"{path}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, keys, Indented);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: false);
    }

    // File.Move looks whether there is a file and then renames: without a turn the keys that another process already uses could be replaced.
    private static FileStream Turn(string path)
    {
        var held = $"{path}.lock";
        var alone = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        while (true)
        {
            try
            {
                return new FileStream(held, alone);
            }
            catch (IOException) when (File.Exists(held) || File.Exists(path))
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(10));
            }
        }
    }
}
