using Bot.Conversations;
using Bot.Survey.Dialogs;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Shows cards in Telegram to people who have not written just now.</summary>
internal sealed class TelegramChannel(
    IOptions<TelegramOptions> options, TelegramSender sender, NoteSender notes, FileSender files, FileFetcher fetcher, RateGovernor governor, TimeProvider time) : IChannel
{
    public string Name => ChannelNames.Telegram;

    public bool Reaches(ConversationKey conversation) => options.Value.IsOn;

    public Task<Delivery> ShowAsync(ConversationKey conversation, Card card, string? editRef, CancellationToken cancellationToken) =>
        options.Value.IsOn ? sender.ReplyAsync(TelegramChat.IdOf(conversation), card, TelegramChat.MessageOf(editRef)) : Task.FromResult(Off());

    public Task<Delivery> AnnounceAsync(ConversationKey conversation, Card card, DateTimeOffset? until, CancellationToken cancellationToken) =>
        options.Value.IsOn ? sender.AnnounceAsync(TelegramChat.IdOf(conversation), card, until, cancellationToken) : Task.FromResult(Off());

    public int Room(TimeSpan within) => options.Value.IsOn ? governor.BulkRoom(within) : 0;

    public DateTimeOffset PausedUntil => governor.BulkPausedUntil;

    public void Pause(DateTimeOffset until) => governor.PauseBulk(until);

    public async Task<string?> NoteAsync(ConversationKey conversation, Card note, string? noteRef, CancellationToken cancellationToken) => options.Value.IsOn
        ? TelegramChat.Text(await notes.NoteAsync(TelegramChat.IdOf(conversation), note, TelegramChat.MessageOf(noteRef), cancellationToken))
        : null;

    public Task SendFileAsync(ConversationKey conversation, Attachment file, string language, CancellationToken cancellationToken) =>
        options.Value.IsOn ? files.SendAsync(TelegramChat.IdOf(conversation), file, language) : Task.CompletedTask;

    public Task<byte[]?> FetchAsync(string reference, int most, CancellationToken cancellationToken) => fetcher.FetchAsync(reference, most, cancellationToken);

    private Delivery Off() => new(DeliveryStatus.Later, NotBefore: time.GetUtcNow() + TelegramSender.AfterRefusal);
}
