using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine.Protocol;

/// <summary>An activity as the Bot Framework's schema has it; only what this channel reads or writes.</summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>When the server took it, UTC.</summary>
    public DateTime? Timestamp { get; init; }

    /// <summary>When the client made it, as the client writes it.</summary>
    public string? LocalTimestamp { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? TextFormat { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public ChannelData? ChannelData { get; init; }

    public JsonElement? Value { get; init; }
}

internal sealed record ChannelAccount(string Id, string? Name = null, string? Role = null);

internal sealed record ConversationAccount(string Id);

internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

/// <param name="Type">Always <c>messageBack</c> here: the value is sent, the display text shown.</param>
/// <param name="Title">The label.</param>
/// <param name="Value">The button's data.</param>
/// <param name="DisplayText">What the transcript shows.</param>
/// <param name="Text">What is sent as text, for readers of the transcript.</param>
internal sealed record CardAction(string Type, string Title, string Value, string DisplayText, string Text);

/// <param name="ContentUrl">Where the content is; a client's own is not looked at.</param>
internal sealed record Attachment(string? ContentType, string? Name, string? ContentUrl = null);

/// <summary>What Web Chat puts into its messages and looks for in their echoes.</summary>
internal sealed record ChannelData
{
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityId { get; init; }

    public MessageBack? MessageBack { get; init; }

    /// <summary>Not Web Chat's: the survey needs nothing more from the person now, so that a tablet may be cleared.</summary>
    public bool? SurveyEnd { get; init; }
}

internal sealed record MessageBack(string? DisplayText);
