using System.IO.Compression;
using Bot.Responses;

namespace Bot.Exports;

/// <summary>The responses and their codebook in one file for people, written as it is read.</summary>
internal sealed class ResponseArchive(ResponseExport responses, Codebook codebook)
{
    public const string MediaType = "application/zip";

    /// <param name="stream">Need not be seekable; stays open.</param>
    /// <param name="actor">Who exports, for the audit log.</param>
    /// <param name="written">Told now and then how many responses there are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WriteAsync(Stream stream, string actor, Func<long, Task> written, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (var file = await zip.CreateEntry("codebook.csv", CompressionLevel.Fastest).OpenAsync(cancellationToken))
            await codebook.WriteAsync(file, forSpreadsheets: true, cancellationToken);
        await using (var file = await zip.CreateEntry("responses.csv", CompressionLevel.Fastest).OpenAsync(cancellationToken))
            await responses.WriteAsync(file, actor, forPeople: true, written, cancellationToken);
    }
}
