using System.CommandLine;
using System.Globalization;
using Bot.Conversations;
using Bot.Managers;
using Xunit;

namespace Bot.Tests.Managers;

public class StaffVerbsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_code_prints_the_code_and_nothing_else()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var (exit, output, error) = await CodeAsync(desk, StaffRole.Manager, "provider:egov");

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"^STAFF-[0-9A-HJKMNP-TV-Z]{10}\r?\n$", output);
        await desk.TypeAsync(output);
        Assert.Equal(["provider:egov"], (await desk.StaffAsync())?.Scope);
    }

    [Fact]
    public async Task A_scope_with_faults_is_refused_with_all_of_them_listed()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var (exit, output, error) = await CodeAsync(desk, StaffRole.Manager, "service:1,provider:egov,region:narnia,chat:5,");

        Assert.Equal((1, ""), (exit, output));
        Assert.Equal(
            [
                "There is no service '1' in the catalogue.",
                "There is no region 'narnia' in the catalogue.",
                "'chat:5' is none of service:ID, provider:ID, region:ID, comments:sensitive.",
                "'' is none of service:ID, provider:ID, region:ID, comments:sensitive.",
            ],
            error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Only_a_manager_has_a_scope()
    {
        await using var desk = await StaffDesk.OpenAsync();
        var (exit, output, error) = await CodeAsync(desk, StaffRole.Administrator, "region:astana");
        Assert.Equal((1, "", "Only a manager has a scope."), (exit, output, error.Trim()));
    }

    [Fact]
    public async Task Staff_list_shows_those_whose_rights_hold_and_staff_revoke_ends_them()
    {
        await using var desk = await StaffDesk.OpenAsync();
        await desk.TypeAsync(await desk.IssueAsync(StaffRole.Administrator), "first");
        await desk.TypeAsync(await desk.IssueAsync(scope: "region:astana"), "second");
        var (first, second) = ((await desk.StaffAsync("first"))!.Id, (await desk.StaffAsync("second"))!.Id);

        Assert.Equal(
            [Invariant($"{first}\tadministrator\t2026-11-25 09:00\teverything"), Invariant($"{second}\tmanager\t2026-11-25 09:00\tregion:astana")],
            await ListAsync(desk));

        using var error = new StringWriter();
        Assert.Equal(0, await StaffRevokeVerb.RunAsync(desk.Host.Services, first, error, Cancellation));
        Assert.Equal(1, await StaffRevokeVerb.RunAsync(desk.Host.Services, first, error, Cancellation));
        Assert.Equal(Invariant($"Nobody with the id {first} is signed in."), error.ToString().Trim());
        Assert.Null(await desk.StaffAsync("first"));
        Assert.Single(await ListAsync(desk));
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("staff code")]
    [InlineData("staff code --role boss")]
    [InlineData("staff revoke")]
    [InlineData("staff revoke everybody")]
    [InlineData("staff fire")]
    public void Wrong_usage_is_an_error_of_the_command_line(string words) => Assert.NotEmpty(new RootCommand { new StaffVerb() }.Parse(words).Errors);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<(int Exit, string Output, string Error)> CodeAsync(StaffDesk desk, StaffRole role, string scope)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await new StaffCodeVerb().RunAsync(desk.Host.Services, role, scope, output, error, Cancellation);
        return (exit, output.ToString(), error.ToString());
    }

    private static async Task<string[]> ListAsync(StaffDesk desk)
    {
        using var output = new StringWriter();
        await StaffListVerb.RunAsync(desk.Host.Services, output, Cancellation);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
