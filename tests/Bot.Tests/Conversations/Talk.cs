using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A test person in one chat, talking to the real runner of a program as a channel would.</summary>
internal sealed class Talk(BotHost host, string chat = "7001", string channel = ChannelNames.Telegram)
{
    private static int _updates;
    private int _messages = 100;

    public ConversationKey Key { get; } = new(channel, chat);

    /// <summary>The program that is talked to; another replica may take over.</summary>
    public BotHost Host { get; set; } = host;

    public Card Card { get; private set; } = Card.Plain("-", "kk");

    public string? CardRef { get; private set; }

    public TurnReply Reply { get; private set; } = TurnReply.Nothing;

    private IConversationRunner Runner => Host.Get<IConversationRunner>();

    public static string NextUpdate() => Interlocked.Increment(ref _updates).ToString(CultureInfo.InvariantCulture);

    public Task<Talk> TypeAsync(string text, string? update = null) => SendAsync(new MessagePayload.Text(text), null, update);

    public Task<Talk> TapAsync(string label, string? update = null) => PressAsync(Data(label), CardRef, update);

    public Task<Talk> PressAsync(string data, string? cardRef, string? update = null) => SendAsync(new MessagePayload.Press(data), cardRef, update);

    public Task<Talk> SendAsync(MessagePayload payload) => SendAsync(payload, null, null);

    /// <summary>Looks at the current card again, as after a message that somebody else has caused.</summary>
    public async Task<Talk> LookAsync()
    {
        Reply = await Runner.ShowAsync(Key, TestContext.Current.CancellationToken);
        (Card, CardRef) = (Reply.Card ?? Card, Reply.EditRef ?? CardRef);
        return this;
    }

    public string Data(string label) =>
        (Card.Rows.SelectMany(r => r).FirstOrDefault(b => Plain(b.Text) == label)
            ?? throw new InvalidOperationException($"No «{label}» on: {Card.Text} [{string.Join("] [", Card.Rows.SelectMany(r => r).Select(b => b.Text))}]")).Data;

    /// <summary>Begins in Russian on a service whose link leaves nothing open, up to the first rating.</summary>
    public async Task<Talk> BeginAsync(string start = "/start svc_2602001_e_astana")
    {
        await TypeAsync(start);
        await TapAsync("Русский");
        await TapAsync("Даю согласие");
        return await TapAsync("Услуга получена полностью");
    }

    /// <summary>Rates all that is asked, shuts the gates, and stops at the review.</summary>
    public async Task<Talk> RateAsync(string rating = "5", int? only = null)
    {
        for (var rated = 0; (only is null || rated < only) && !Card.Text.StartsWith("Проверьте", StringComparison.Ordinal); rated++)
        {
            var labels = Card.Rows.SelectMany(r => r).Select(b => Plain(b.Text)).ToList();
            await TapAsync(labels.Contains("5") ? rating : labels.Contains("Нет, не понадобилось") ? "Нет, не понадобилось" : "Нет");
        }

        return this;
    }

    public async Task<Talk> SubmitAsync(string rating = "5")
    {
        await BeginAsync();
        await RateAsync(rating);
        return await TapAsync("Отправить");
    }

    private async Task<Talk> SendAsync(MessagePayload payload, string? cardRef, string? update)
    {
        Reply = await Runner.RunAsync(new IncomingMessage(Key, update ?? NextUpdate(), payload, "ru", cardRef), TestContext.Current.CancellationToken);
        if (Reply.Card is { } card)
        {
            Card = card;
            CardRef = Reply.EditRef ?? (++_messages).ToString(CultureInfo.InvariantCulture);
            if (Reply.EditRef is null)
                Runner.CardShown(Key, CardRef);
        }

        return this;
    }

    private static string Plain(string label) => label.TrimStart('✓', '☑', '☐', '✎', ' ');
}
