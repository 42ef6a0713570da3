using Bot.Channels;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Exports;

/// <summary>Says in the chat how far a run is: one message, changed every few seconds.</summary>
internal sealed class ResponseNotes(IChannel channel, ResponseRun run, TextCatalogue texts, TimeProvider time, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private string? _message;
    private DateTimeOffset _said;

    public async Task WrittenAsync(long responses)
    {
        run.Written = responses;
        if (time.GetUtcNow() - _said >= Every)
            await SayAsync(texts.Format(run.Language, "export.progress", ("done", run.Written), ("total", run.Total)));
    }

    public async Task SayAsync(string text)
    {
        _said = time.GetUtcNow();
        _message = await channel.NoteAsync(run.Conversation, Card.Plain(text, run.Language), _message, cancellationToken);
    }
}
