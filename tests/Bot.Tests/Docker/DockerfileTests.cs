using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Tests.Docker;

public class DockerfileTests
{
    private static readonly string[] Lines = RepositoryFiles.Read("docker/Dockerfile").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');

    [Fact]
    public void Everything_it_copies_from_the_repository_exists_and_is_not_ignored()
    {
        var ignored = RepositoryFiles.Read("docker/Dockerfile.dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var sources = Instructions("COPY").Where(words => !words[0].StartsWith("--from=", StringComparison.Ordinal)).SelectMany(words => words[..^1]).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, source)), source);
            Assert.DoesNotContain(source, ignored);
        });
    }

    [Fact]
    public void What_decides_about_packages_is_copied_before_the_restore_and_code_after_it()
    {
        var restore = Array.FindIndex(Lines, line => line.Contains("dotnet restore", StringComparison.Ordinal));
        Assert.Contains("--locked-mode", Lines[restore], StringComparison.Ordinal);
        var before = string.Join(' ', Lines[..restore]);
        string[] files = ["global.json", "Directory.Build.props", "Directory.Packages.props", "src/Bot/packages.lock.json", "src/Bot.Survey/packages.lock.json"];
        Assert.All(files, file => Assert.Contains(file, before, StringComparison.Ordinal));
        Assert.DoesNotContain(Lines[..restore], line => line == "COPY src src");
        Assert.Contains(Lines[restore..], line => line == "COPY src src");
    }

    [Fact]
    public void Every_image_has_a_version()
    {
        var stages = Instructions("FROM").Where(words => words.Length > 2).Select(words => words[^1]).ToList();
        var images = Instructions("FROM").Select(words => words[0]).Where(image => !stages.Contains(image)).ToList();
        Assert.NotEmpty(images);
        Assert.All(images, image => Assert.Matches(new Regex(@":\d+\.\d+\.\d+"), image));
    }

    [Fact]
    public void The_sdk_is_one_that_global_json_accepts()
    {
        var wanted = Regex.Match(RepositoryFiles.Read("global.json"), @"""version"": ""(\d+\.\d+\.\d)\d\d""").Groups[1].Value;
        Assert.Contains(Instructions("FROM"), words => words[0].Contains($"/sdk:{wanted}", StringComparison.Ordinal));
    }

    [Fact]
    public void It_runs_as_a_plain_user_and_says_whether_it_lives()
    {
        Assert.Equal("$APP_UID", Instructions("USER").Last()[0]);
        Assert.Contains("/health/live", string.Join(' ', Instructions("HEALTHCHECK").Single()), StringComparison.Ordinal);
        Assert.Equal("""["dotnet", "Bot.dll"]""", string.Join(' ', Instructions("ENTRYPOINT").Single()));
    }

    private static IEnumerable<string[]> Instructions(string name) =>
        Lines.Where(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
}
