using System.CommandLine;
using System.Text.RegularExpressions;
using Bot.Hosting;
using Bot.Tests.Docker;
using Xunit;

namespace Bot.Tests;

public class ReadmeTests
{
    private static readonly string Readme = RepositoryFiles.Read("README.md");

    [Fact]
    public void The_table_of_the_configuration_names_every_option_of_the_program_and_no_other()
    {
        var table = Section("Configuration").Split('\n').Select(line => Regex.Match(line, @"^\| `([A-Za-z_]+)` \|")).Where(match => match.Success).Select(match => match.Groups[1].Value);
        Assert.Equal(ConfigurationNames.All.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_the_verbs_names_every_verb_of_the_program()
    {
        var verbs = Leaves(Verbs.Root(), "");
        Assert.All(verbs, verb => Assert.Contains($"`{verb}", Section("Verbs"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_it_links_to_or_names_as_a_place_exists()
    {
        var links = Regex.Matches(Readme, @"\]\(([^)#]+)\)").Select(match => match.Groups[1].Value);
        var places = Regex.Matches(Section("Where does a change go"), @"`((?:src|dialogs|localization)/[A-Za-z./]*)`").Select(match => match.Groups[1].Value);
        Assert.All(links.Concat(places), path => Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, path)), path));
    }

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [path.TrimStart()]
        : command.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}"));

    private static string Section(string title) => Regex.Match(Readme, $@"\n## {Regex.Escape(title)}\n(.*?)(\n## |\z)", RegexOptions.Singleline).Groups[1].Value;
}
