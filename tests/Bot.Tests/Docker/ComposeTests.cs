using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Tests.Docker;

public class ComposeTests
{
    private static readonly IReadOnlyDictionary<string, string> Compose = YamlMap.Read(RepositoryFiles.Read("docker/compose.yaml"));
    private static readonly string[] Services = ["bot", "database", "redis"];

    [Fact]
    public void The_bot_the_database_and_redis_are_started_again_and_bounded()
    {
        Assert.Equal(Services, Compose.Keys.Where(key => Regex.IsMatch(key, "^services/[^/]+$")).Select(key => key["services/".Length..]));
        Assert.All(Services, service =>
        {
            Assert.Equal("unless-stopped", Compose[$"services/{service}/restart"]);
            Assert.Matches(@"^\d+[MG]$", Compose[$"services/{service}/deploy/resources/limits/memory"]);
            Assert.Matches(@"^\d+$", Compose[$"services/{service}/deploy/resources/limits/cpus"]);
        });
    }

    [Fact]
    public void The_bot_waits_until_the_others_are_healthy()
    {
        foreach (var service in (string[])["database", "redis"])
        {
            Assert.Equal("service_healthy", Compose[$"services/bot/depends_on/{service}/condition"]);
            Assert.NotEmpty(Compose[$"services/{service}/healthcheck/test"]);
        }
    }

    [Fact]
    public void Every_image_has_a_version_and_the_build_its_file()
    {
        Assert.Matches(@":2022-CU\d+-", Compose["services/database/image"]);
        Assert.Matches(@":\d+\.\d+\.\d+-", Compose["services/redis/image"]);
        Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, Compose["services/bot/build/dockerfile"])));
    }

    [Fact]
    public void Every_variable_of_the_bot_is_an_option_of_the_program()
    {
        var names = Compose.Keys.Where(key => key.StartsWith("services/bot/environment/", StringComparison.Ordinal)).Select(key => key.Split('/')[^1]).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(name, ConfigurationNames.All));
    }

    [Fact]
    public void A_secret_has_no_default()
    {
        var secrets = Compose.Where(value => Regex.IsMatch(value.Key, "/environment/.*(PASSWORD|AUTH|Key|Secret|Token|ConnectionStrings)")).ToList();
        Assert.InRange(secrets.Count, 8, 20);
        Assert.All(secrets, secret => Assert.Matches(@"\$\{[A-Z_]+(:\?|:-\})", secret.Value));
    }

    [Fact]
    public void Every_volume_that_is_used_is_declared()
    {
        var used = Compose.Where(value => value.Key.Contains("/volumes/", StringComparison.Ordinal)).Select(value => value.Value.Split(':')[0]).ToList();
        Assert.NotEmpty(used);
        Assert.All(used, volume => Assert.Contains($"volumes/{volume}", Compose.Keys));
    }

    [Theory]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a:\n   b: 1\n")]
    [InlineData("a: 1\n  b: 2\n")]
    [InlineData("a: \"1\n")]
    [InlineData("a: b: c\n")]
    [InlineData("\ta: 1\n")]
    [InlineData("a\n")]
    public void The_reader_of_this_test_refuses_what_is_not_well_formed(string yaml) => Assert.Throws<FormatException>(() => YamlMap.Read(yaml));
}
