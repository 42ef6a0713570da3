using System.Text.RegularExpressions;
using Bot.Conversations;
using Xunit;

namespace Bot.Tests.Managers;

public class FirstStartTests
{
    [Fact]
    public async Task The_first_start_says_where_the_chat_is_and_gives_a_code_for_the_first_administrator()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var root = desk.Host.Client.BaseAddress!.ToString().TrimEnd('/');

        Assert.Contains($"Chat:  {root}/chat", desk.Console, StringComparison.Ordinal);
        Assert.Contains($"API:   {root}/openapi/v1.json", desk.Console, StringComparison.Ordinal);
        await desk.TypeAsync(Regex.Match(desk.Console, "STAFF-[0-9A-Z]{10}").Value);
        Assert.Equal(StaffRole.Administrator, (await desk.StaffAsync())?.Role);
    }

    [Fact]
    public async Task Once_there_is_staff_no_start_gives_a_code()
    {
        await using var first = await StaffDesk.OpenAsync();
        await first.TypeAsync(await first.IssueAsync());
        await using var second = await StaffDesk.OpenAsync(first.Host.Folder);

        Assert.Contains("/chat", second.Console, StringComparison.Ordinal);
        Assert.DoesNotContain("STAFF-", second.Console, StringComparison.Ordinal);
    }
}
