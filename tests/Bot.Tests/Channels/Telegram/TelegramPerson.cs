using System.Globalization;
using Bot.Tests.Conversations;

namespace Bot.Tests.Channels.Telegram;

/// <summary>A person in a chat of Telegram: updates go in by polling, cards come out at a fake Bot API.</summary>
/// <remarks>The program's clock stands still: by the real one it would not wait for a card of more than two seconds, and look at the next update before.</remarks>
internal sealed class TelegramPerson : ContractPerson
{
    private const long Chat = 42;
    private const int FirstMessage = 101;
    private readonly FakeBotApi _api;
    private string _last = "";
    private long _updates;

    private TelegramPerson(BotHost host, FakeBotApi api)
        : base(host) => _api = api;

    public override string Text => Shown.Text;

    public override IReadOnlyList<ContractButton> Buttons =>
    [
        .. Shown.Body.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray())
            .Select(b => new ContractButton(b.GetProperty("text").GetString()!, b.GetProperty("callback_data").GetString()!, MessageOf(Shown))),
    ];

    private ApiCall Shown => _api.Calls.Last(call => call.Method is "sendMessage" or "editMessageText");

    public static async Task<TelegramPerson> ArriveAsync()
    {
        var api = await FakeBotApi.StartAsync();
        var host = await BotHost.StartAsync(new BotHostOptions
        {
            Time = QuietHost.NewClock(),
            Settings = new() { ["Telegram:Token"] = FakeBotApi.Token, ["Telegram:ApiBaseUrl"] = api.Address, ["Telegram:ChatBurst"] = "1000" },
            AllowOutgoing = address => address.AbsoluteUri.StartsWith(api.Address, StringComparison.Ordinal),
        });
        await api.CalledAsync("getUpdates");
        return new TelegramPerson(host, api);
    }

    public override Task OpenAsync(string payload) => TypeAsync($"/start {payload}");

    public override Task ComeAsync() => TypeAsync("/start");

    public override Task TypeAsync(string text) => ActAsync(Updates.Text(++_updates, Chat, text));

    public override Task PressAsync(ContractButton button) =>
        ActAsync(Updates.Press(++_updates, Chat, button.Data, long.Parse(button.At, CultureInfo.InvariantCulture)));

    public override Task RepeatAsync() => ActAsync(_last);

    public override Task AskToForgetAsync() => TypeAsync("/forget");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _api.DisposeAsync();
    }

    // The next batch is asked for when this one is settled, its card shown.
    private async Task ActAsync(string update)
    {
        _last = update;
        _api.Deliver(update);
        await _api.CalledAsync("getUpdates");
    }

    private string MessageOf(ApiCall call) => call.Get("message_id")
        ?? (FirstMessage - 1 + _api.Calls.TakeWhile(c => c != call).Count(c => c.Method == "sendMessage") + 1).ToString(CultureInfo.InvariantCulture);
}
