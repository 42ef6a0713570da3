using System.CommandLine;
using System.Globalization;

namespace Bot.Hosting;

/// <summary><c>check</c>: every fault of definitions, texts and catalogue at once.</summary>
internal sealed class CheckVerb : Command
{
    public CheckVerb()
        : base("check", "Checks definitions, texts and catalogue and lists every fault.")
    {
        var folder = new Option<string>("--in") { Description = "Folder that holds dialogs/ and localization/; the program's own by default.", DefaultValueFactory = _ => "" };
        Options.Add(folder);
        SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(folder) ?? "", parsed.InvocationConfiguration.Output, cancellationToken));
    }

    private static async Task<int> RunAsync(string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var root = folder.Length == 0 ? "" : Path.GetFullPath(folder);
        var files = SurveyFiles.Read(Path.Combine(root, "dialogs"), Path.Combine(root, "localization"));
        foreach (var fault in files.Faults)
            await output.WriteLineAsync(fault.AsMemory(), cancellationToken);
        var summary = files.Faults.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{files.Faults.Count} faults")
            : string.Create(CultureInfo.InvariantCulture, $"no faults: {files.Questionnaires.All.Count} questionnaires, {files.Catalogue.Services.Count} services, {files.Texts.Languages.Count} languages");
        await output.WriteLineAsync(summary.AsMemory(), cancellationToken);
        return files.Faults.Count == 0 ? 0 : 1;
    }
}
