using System.Text.Json;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A call that the fake Bot API received.</summary>
internal sealed record ApiCall(string Method, JsonElement Body)
{
    public long MessageId => Body.GetProperty("message_id").GetInt64();

    public string Text => Body.GetProperty("text").GetString()!;

    public bool Has(string property) => Body.TryGetProperty(property, out _);

    public string? Get(string property) => Body.TryGetProperty(property, out var value) ? value.ToString() : null;
}
