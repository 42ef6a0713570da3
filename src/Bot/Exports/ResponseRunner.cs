using System.Globalization;
using Bot.Channels;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Exports;

/// <summary>Makes the files of responses, one after another: each into a temporary file and from there to the chat.</summary>
internal sealed partial class ResponseRunner(
    ResponseRuns runs, ResponseArchive archive, ResponseLinks links, IEnumerable<IChannel> channels, TextCatalogue texts, TimeProvider time, ILogger<ResponseRunner> logger)
    : BackgroundService
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>What a chat takes; the rest is fetched by a link.</summary>
    internal long MostBytes { get; set; } = Attachment.MostBytes;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var run in runs.ReadAllAsync(stoppingToken))
        {
            var channel = _channels[run.Conversation.Channel];
            try
            {
                await MakeAsync(run, channel, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, fault);
                await channel.AnnounceAsync(run.Conversation, Plain(run, "export.failed"), until: null, stoppingToken);
            }
            finally
            {
                runs.End(run);
            }
        }
    }

    private async Task MakeAsync(ResponseRun run, IChannel channel, CancellationToken cancellationToken)
    {
        var notes = new ResponseNotes(channel, run, texts, time, cancellationToken);
        await notes.WrittenAsync(0);
        await using var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        await archive.WriteAsync(file, ExportLog.Actor(run.Staff), notes.WrittenAsync, cancellationToken);
        var done = texts.Format(run.Language, "export.responses_done", ("count", run.Written));
        await notes.SayAsync(done);
        if (file.Length > MostBytes)
        {
            await channel.AnnounceAsync(run.Conversation, TooLarge(run), until: null, cancellationToken);
            return;
        }

        var content = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(content, cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"responses-{AlmatyTime.Day(time.GetUtcNow()):yyyy-MM-dd}.zip");
        await channel.SendFileAsync(run.Conversation, new Attachment(name, ResponseArchive.MediaType, content, done), run.Language, cancellationToken);
    }

    private Card TooLarge(ResponseRun run) => links.Make(run.Staff) is { } link
        ? Card.Plain(texts.Format(run.Language, "export.link", ("n", (int)ResponseLinks.GoodFor.TotalMinutes), ("link", link)), run.Language)
        : Plain(run, "export.no_link");

    private Card Plain(ResponseRun run, string key) => Card.Plain(texts.Get(run.Language, key), run.Language);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A file of responses could not be made; whoever asked for it is told so")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
