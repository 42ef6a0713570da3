using Bot.Channels.DirectLine.Protocol;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Channels.DirectLine;

/// <summary>Cards and echoes in the form of the protocol.</summary>
internal sealed class CardActivities(TextCatalogue texts, TimeProvider time)
{
    private const string ChannelId = "directline";
    private const int EchoLength = CardLimits.Text;
    private static readonly ChannelAccount Bot = new("bot", Role: "bot");

    public Activity Show(Card card, DirectLineConversation conversation, long number) => Stamp(conversation, number) with
    {
        From = Bot,
        TextFormat = "plain",
        Text = card.Text,
        Locale = LocaleOf(card.Language),
        InputHint = card.AcceptsText ? "expectingInput" : "acceptingInput",
        ChannelData = card.IsEnd ? new() { SurveyEnd = true } : null,
        SuggestedActions = card.Rows.Count == 0 ? null : new([.. card.Rows.SelectMany(row => row).Select(Action)]),
    };

    /// <summary>A file, as a picture that is named by its caption or as a link below it.</summary>
    public Activity Attach(Conversations.Attachment file, Uri address, string language, DirectLineConversation conversation, long number) => Stamp(conversation, number) with
    {
        From = Bot,
        TextFormat = "plain",
        Text = file.IsPicture ? null : file.Caption,
        Locale = LocaleOf(language),
        Attachments = [new(file.ContentType, file.IsPicture ? file.Caption : file.FileName, address.AbsoluteUri)],
    };

    /// <summary>A file with the card's buttons below it, and with the card's text where that does not stand above already.</summary>
    public Activity Attach(Conversations.Attachment file, Uri address, Card card, bool isRead, DirectLineConversation conversation, long number)
    {
        var alone = Attach(file, address, card.Language, conversation, number);
        return Show(card, conversation, number) with { Text = isRead ? alone.Text : card.Text, Attachments = alone.Attachments };
    }

    /// <summary>What the person sent, as everybody in the conversation sees it. The sender is who the token says.</summary>
    public Activity Echo(Activity sent, DirectLineConversation conversation, long number) => Stamp(conversation, number) with
    {
        From = new(conversation.Person, Role: "user"),
        TextFormat = "plain",
        Text = Cut(sent.Text),
        Locale = Cut(sent.Locale),
        Value = sent.Value is { ValueKind: System.Text.Json.JsonValueKind.String } value && value.GetString()!.Length <= CardLimits.ButtonData ? value : null,
        Attachments = sent.Attachments is { Count: > 0 } files ? [.. files.Take(10).Select(f => new Attachment(Cut(f.ContentType), Cut(f.Name)))] : null,
        ChannelData = new() { ClientActivityId = sent.ChannelData?.ClientActivityId, MessageBack = Cut(sent.ChannelData?.MessageBack?.DisplayText) is { } shown ? new(shown) : null },
    };

    public static bool SameCard(Card? left, Card right) =>
        left is not null && left.Text == right.Text && left.Language == right.Language && left.AcceptsText == right.AcceptsText
        && left.Rows.SelectMany(row => row).SequenceEqual(right.Rows.SelectMany(row => row));

    private Activity Stamp(DirectLineConversation conversation, long number) => new()
    {
        Type = "message",
        Id = $"{conversation.Id}|{Watermark.Write(number)}",
        Timestamp = time.GetUtcNow().UtcDateTime,
        ChannelId = ChannelId,
        Conversation = new(conversation.Id),
    };

    private string LocaleOf(string language) => texts.Languages.First(l => l.Code == language).Culture.Name;

    private static CardAction Action(CardButton button)
    {
        var spoken = button.Spoken ?? button.Text;
        return new("messageBack", button.Text, button.Data, spoken, spoken);
    }

    // A conversation is kept in memory: what somebody writes into it must be small.
    private static string? Cut(string? text) => text is { Length: > EchoLength } ? text[..EchoLength] : text;
}
