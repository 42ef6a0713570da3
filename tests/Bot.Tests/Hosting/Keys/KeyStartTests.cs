using Bot.Hosting.Keys;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Hosting.Keys;

public class KeyStartTests
{
    private const string RingForm = "must be «id:base64,…»: unlike ids of 1–16 letters or digits, each with 32 or more random bytes in base64.";
    private static readonly string Good = KeyText.NewKey();

    [Fact]
    public async Task Keys_are_made_beside_the_database_for_its_user_alone_and_stay()
    {
        await using var first = await BotHost.StartAsync();
        var file = Path.Combine(first.Folder, "bot.keys.json");
        var made = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var signature = first.Get<KeyRings>().Web.Sign([1, 2, 3]);
        await first.StopAsync();

        await using var second = await BotHost.StartAsync(new BotHostOptions { Folder = first.Folder });
        Assert.True(second.Get<KeyRings>().Web.Verify([1, 2, 3], signature));
        Assert.Equal(made, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(first.Folder, "*.keys.json*"));
    }

    [Fact]
    public void Programs_that_start_together_end_with_the_same_keys()
    {
        var folder = Directory.CreateTempSubdirectory("bot-test-");
        try
        {
            var paths = Enumerable.Range(0, 100).Select(n => Path.Combine(folder.FullName, $"bot{n}.keys.json")).ToArray();
            foreach (var path in paths)
            {
                var read = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => KeyFile.ReadOrMake(path)).ToList();
                Assert.All(read, keys => Assert.Equal(read[0], keys));
            }

            Assert.Equal(paths.Order(), Directory.GetFiles(folder.FullName).Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_a_killed_program_left_of_its_keys_is_in_nobodys_way()
    {
        var folder = Directory.CreateTempSubdirectory("bot-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "bot.keys.json");
            File.WriteAllText($"{path}.lock", "");
            File.WriteAllText($"{path}.new", new string('{', 2000));
            Assert.Equal(4, KeyFile.ReadOrMake(path).Count);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_given_key_goes_before_the_one_that_was_made()
    {
        var ring = "given:" + Good;
        await using var host = await BotHost.StartAsync(new BotHostOptions { Settings = { [KeyNames.Web] = ring } });
        Assert.True(host.Get<KeyRings>().Web.Verify([1], new KeyRing(ring).Sign([1])));
        Assert.False(host.Get<KeyRings>().Invitations.Verify([1], new KeyRing(ring).Sign([1])));
    }

    [Theory]
    [InlineData(KeyNames.Respondent, "secret", "Privacy:RespondentKey must be 32 or more random bytes in base64.")]
    [InlineData(KeyNames.Respondent, "AAAA", "Privacy:RespondentKey must be 32 or more random bytes in base64.")]
    [InlineData(KeyNames.Privacy, "{key}", "Privacy:Keys " + RingForm)]
    [InlineData(KeyNames.Web, "k1:AAAA", "Web:Keys " + RingForm)]
    [InlineData(KeyNames.Web, "k1:{key},k1:{key}", "Web:Keys " + RingForm)]
    [InlineData(KeyNames.Web, "k1:{key},", "Web:Keys " + RingForm)]
    [InlineData(KeyNames.Invitations, "k-1:{key}", "Invitations:Keys " + RingForm)]
    [InlineData(KeyNames.Invitations, "12345678901234567:{key}", "Invitations:Keys " + RingForm)]
    public async Task A_malformed_key_stops_the_start_and_is_told_without_being_shown(string option, string value, string fault)
    {
        var refused = await RefusedAsync(new() { [option] = value.Replace("{key}", Good, StringComparison.Ordinal) });
        Assert.Equal([fault], refused.Failures);
    }

    [Fact]
    public async Task Sql_server_without_keys_stops_the_start_and_names_every_key()
    {
        var refused = await RefusedAsync(new()
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:Bot"] = "Server=127.0.0.1,1;Database=bot;Connect Timeout=1;Encrypt=false",
        });
        Assert.Equal(
            ["Privacy:RespondentKey", "Privacy:Keys", "Web:Keys", "Invitations:Keys"],
            refused.Failures.Select(f => f[..f.IndexOf(' ', StringComparison.Ordinal)]));
    }

    private static async Task<OptionsValidationException> RefusedAsync(Dictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-test-");
        try
        {
            return await Assert.ThrowsAsync<OptionsValidationException>(() => BotHost.StartAsync(new BotHostOptions { Folder = folder.FullName, Settings = settings }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
