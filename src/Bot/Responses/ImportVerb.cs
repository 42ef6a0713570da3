using System.CommandLine;
using System.Globalization;
using Bot.Hosting;
using Bot.Scores;

namespace Bot.Responses;

internal sealed class ImportVerb : Command
{
    public ImportVerb()
        : base("import", "Takes data in from a file.") => Add(new ImportResponsesVerb());
}

internal sealed class ImportResponsesVerb : Command
{
    public ImportResponsesVerb()
        : base("responses", "Imports responses from a CSV file, all or none. What is stored already is passed over.")
    {
        var path = new Argument<FileInfo>("file") { Description = "The CSV file, UTF-8." };
        path.AcceptExistingOnly();
        Add(path);
        SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return VerbHost.RunAsync(services => RunAsync(services, parsed.GetRequiredValue(path), output, error, cancellationToken), error, cancellationToken);
        });
    }

    internal static async Task<int> RunAsync(IServiceProvider services, FileInfo file, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenRead();
        var result = await services.GetRequiredService<ResponseImport>().RunAsync(stream, "cli", cancellationToken);
        foreach (var fault in result.Faults)
            await error.WriteLineAsync(fault.ToString().AsMemory(), cancellationToken);
        if (result.Faults.Count > 0)
        {
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Nothing was imported: {result.Faults.Count} faults.").AsMemory(), cancellationToken);
            return 1;
        }

        await services.GetRequiredService<ScoreFold>().RunAsync(cancellationToken);
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{result.Imported} responses imported, {result.Ignored} stored already.").AsMemory(), cancellationToken);
        return 0;
    }
}
