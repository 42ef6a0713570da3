using Bot.Conversations;

namespace Bot.Tests.Channels.DirectLine;

public sealed class WebContractTests : ChannelContract
{
    private protected override string Channel => ChannelNames.Web;

    private protected override async Task<ContractPerson> ArriveAsync() => new WebPerson(await BotHost.StartAsync());
}
