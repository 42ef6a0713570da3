using Bot.Channels;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>Fills drafts one after another, beside turns and requests, and says in the chat how far it is.</summary>
internal sealed partial class CampaignFiller(
    CampaignRuns runs, CampaignImport import, CampaignCards cards, Announcer announcer, IEnumerable<IChannel> channels, TextCatalogue texts, TimeProvider time, ILogger<CampaignFiller> logger)
    : BackgroundService
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var run in runs.ReadAllAsync(stoppingToken))
        {
            try
            {
                await FillAsync(run, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, fault);
                await TellAsync(run, cards.Say("import_failed", run.Language), stoppingToken);
            }
        }
    }

    private async Task FillAsync(CampaignRun run, CancellationToken cancellationToken)
    {
        var draft = run.Draft ?? await FetchAsync(run, run.Document ?? throw new InvalidOperationException("There is nothing to read."), cancellationToken);
        if (draft is null)
            return;
        runs.Begin(draft);
        try
        {
            var notes = new CampaignNotes(_channels[run.Conversation.Channel], run, draft.Lines.Count, texts, time);
            if (await import.FillAsync(draft, done => notes.WrittenAsync(done, cancellationToken), cancellationToken) && run.Document is not null)
                await TellAsync(run, await cards.CampaignAsync(run.Access, draft.Id, run.Language, cancellationToken), cancellationToken);
        }
        finally
        {
            runs.End(draft);
        }
    }

    private async Task<CampaignDraft?> FetchAsync(CampaignRun run, SentFile file, CancellationToken cancellationToken)
    {
        if (await _channels[run.Conversation.Channel].FetchAsync(file.Reference, CampaignFileReader.MostBytes, cancellationToken) is not { } content)
        {
            await TellAsync(run, cards.TakenByPage("import_not_fetched", run.Language), cancellationToken);
            return null;
        }

        var draft = await import.BeginAsync(new CampaignUpload(run.Access, run.ConversationId, Path.GetFileNameWithoutExtension(file.Name), content), cancellationToken);
        if (draft is null)
            await TellAsync(run, cards.TakenByPage("personal_data", run.Language), cancellationToken);
        return draft;
    }

    private async Task TellAsync(CampaignRun run, Card card, CancellationToken cancellationToken) =>
        await announcer.SendAsync(run.ConversationId, run.Conversation, card, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A campaign's file could not be stored; its draft stays as far as it came and can be deleted")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
