using System.Text.Json.Nodes;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>A person in the web chat, by the protocol.</summary>
internal sealed class WebPerson(BotHost host) : ContractPerson(host)
{
    private DirectLineClient? _client;
    private Func<string, Task>? _last;
    private JsonNode? _shown;
    private int _acts;

    public override string Text => (string)_shown!["text"]!;

    public override IReadOnlyList<ContractButton> Buttons => _shown!["suggestedActions"]?["actions"] is JsonArray actions
        ? [.. actions.Select(a => new ContractButton((string)a!["title"]!, (string)a["value"]!, ""))]
        : [];

    public override Task OpenAsync(string payload) => ConnectAsync(start: payload);

    public override Task ComeAsync() => ConnectAsync(start: null);

    public override Task PressAsync(ContractButton button) => ActAsync(id => _client!.PressAsync(button.Data, id));

    public override Task TypeAsync(string text) => ActAsync(id => _client!.SayAsync(text, id));

    public override async Task RepeatAsync()
    {
        await _last!($"act-{_acts}");
        await LookAsync();
    }

    public override Task AskToForgetAsync() => TypeAsync("/forget");

    public override ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return base.DisposeAsync();
    }

    private async Task ConnectAsync(string? start)
    {
        var cookies = _client?.Cookies;
        _client?.Dispose();
        _client = await DirectLineClient.BeginAsync(Host, start, cookies);
        await LookAsync();
    }

    private Task ActAsync(Func<string, Task> act)
    {
        (_last, _acts) = (act, _acts + 1);
        return RepeatAsync();
    }

    private async Task LookAsync() =>
        _shown = (await _client!.ReadActivitiesAsync())["activities"]!.AsArray().Last(a => (string?)a!["from"]!["role"] == "bot");
}
