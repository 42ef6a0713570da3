using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests;

public class BotHostTests
{
    [Fact]
    public async Task The_program_starts_on_an_empty_folder_and_again_on_the_same_data()
    {
        await using var first = await BotHost.StartAsync();
        await using var second = await BotHost.StartAsync(new BotHostOptions { Folder = first.Folder });
        await using var context = second.Open();
        Assert.Equal(0, await context.Responses.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Outgoing_http_that_nobody_allowed_throws()
    {
        await using var host = await BotHost.StartAsync(new BotHostOptions { Configure = b => b.Services.AddHttpClient() });
        using var client = host.Get<IHttpClientFactory>().CreateClient();
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(new Uri("http://example.test/"), TestContext.Current.CancellationToken));
    }
}
