using Bot.Channels;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>Says in the chat how far a file is read: one message, changed every few seconds.</summary>
internal sealed class CampaignNotes(IChannel channel, CampaignRun run, int total, TextCatalogue texts, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private string? _message;
    private DateTimeOffset? _said;

    public async Task WrittenAsync(int done, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (done < total && now - _said < Every)
            return;
        _said = now;
        var text = texts.Format(run.Language, "coordinator.import_progress", ("done", done), ("total", total));
        _message = await channel.NoteAsync(run.Conversation, Card.Plain(text, run.Language), _message, cancellationToken);
    }
}
