using Bot.Conversations;

namespace Bot.Tests.Channels.Telegram;

public sealed class TelegramContractTests : ChannelContract
{
    private protected override string Channel => ChannelNames.Telegram;

    private protected override async Task<ContractPerson> ArriveAsync() => await TelegramPerson.ArriveAsync();
}
