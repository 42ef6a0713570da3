using System.CommandLine;
using System.Globalization;
using Bot.Exports;
using Bot.Hosting;
using Bot.Scores;

namespace Bot.Responses;

internal sealed class ExportVerb : Command
{
    public ExportVerb()
        : base("export", "Writes data to a CSV file.")
    {
        Add(new ExportFileVerb(
            "responses", "All submitted responses; the file begins with the columns of an import.",
            (services, stream, cancellationToken) => services.GetRequiredService<ResponseExport>().WriteAsync(stream, "cli", cancellationToken)));
        Add(new ExportFileVerb(
            "scores", "The scores of all services, a line a figure, nothing hidden.",
            (services, stream, cancellationToken) => services.GetRequiredService<ScoreExport>().WriteAsync(stream, "cli", cancellationToken)));
        Add(new ExportFileVerb(
            "codebook", "What the columns of both files and their values mean, in every language.",
            (services, stream, cancellationToken) => services.GetRequiredService<Codebook>().WriteAsync(stream, forSpreadsheets: false, cancellationToken)));
    }
}

internal sealed class ExportFileVerb : Command
{
    public ExportFileVerb(string name, string description, Func<IServiceProvider, Stream, CancellationToken, Task<long>> write)
        : base(name, description)
    {
        var path = new Argument<FileInfo>("file") { Description = "The file to write; an existing one is replaced." };
        path.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo>() is { Directory.Exists: false } file)
                result.AddError($"There is no folder {file.DirectoryName}.");
        });
        Add(path);
        SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return VerbHost.RunAsync(services => RunAsync(services, parsed.GetRequiredValue(path), output, cancellationToken), error, cancellationToken);
        });

        async Task<int> RunAsync(IServiceProvider services, FileInfo file, TextWriter output, CancellationToken cancellationToken)
        {
            await using var stream = file.Create();
            var lines = await write(services, stream, cancellationToken);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{lines} lines written to {file.FullName}.").AsMemory(), cancellationToken);
            return 0;
        }
    }
}
