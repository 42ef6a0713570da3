using Bot.Conversations;

namespace Bot.Tests.Channels.Page;

public sealed class PageContractTests : ChannelContract
{
    private protected override string Channel => ChannelNames.Page;

    private protected override async Task<ContractPerson> ArriveAsync() => new PagePerson(await BotHost.StartAsync());
}
