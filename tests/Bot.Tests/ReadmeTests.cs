using System.CommandLine;
using System.Text.RegularExpressions;
using Bot.Hosting;
using Bot.Tests.Docker;
using Bot.Tests.Walkthrough;
using Bot.Tests.Webhooks;
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
        var links = Regex.Matches(Readme, @"\]\((?!https:)([^)#]+)\)").Select(match => match.Groups[1].Value);
        var places = Regex.Matches(Section("Where does a change go"), @"`((?:src|dialogs|localization)/[A-Za-z./]*)`").Select(match => match.Groups[1].Value);
        Assert.All(links.Concat(places), path => Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, path)), path));
    }

    [Fact]
    public async Task The_walk_through_of_the_api_runs_as_it_stands_there()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var program = await BotProgram.StartAsync();
        using var shell = new Shell(program);
        var blocks = Regex.Matches(Section("API"), @"\n```\n(.*?)\n```", RegexOptions.Singleline).Select(match => match.Groups[1].Value
            .Replace("http://localhost:5080", program.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("https://system.example/survey", receiver.Address, StringComparison.Ordinal)
            .Replace("dotnet run --project src/Bot --", $"dotnet '{BotProgram.Dll}'", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, blocks.Count);

        var asked = await shell.RunAsync(blocks[0]);
        var token = Regex.Match(asked[0], "^" + Regex.Escape(program.Address.AbsoluteUri) + "s/([A-Za-z0-9_-]{16})$").Groups[1].Value;
        Assert.Equal(["""["A-1",200,false,null]""", """["A-2",201,false,null]"""], asked[1..3]);
        Assert.StartsWith("""["87011234567",400,null,{"receiptRef":["looks like a telephone number""", Assert.Single(asked[3..]), StringComparison.Ordinal);
        Assert.StartsWith("<svg ", await File.ReadAllTextAsync(Path.Combine(program.Folder, "qr.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await WebPerson.AnswerAsync(program.Address, token);
        ReceivedMessage[] messages = [await receiver.ArrivedAsync(), await receiver.ArrivedAsync()];
        Assert.Equal(["invitation.completed", "invitation.started"], messages.Select(m => m.Type).Order(StringComparer.Ordinal));
        foreach (var message in messages)
        {
            var told = await shell.RunAsync($"id={message.Id} timestamp={message.Timestamp} signature={message.Signature} body='{message.Body}'\n{blocks[1]}");
            Assert.Equal($"""["{message.Type}","A-1"]""", told[0]);
            Assert.Matches(@"^\[[0-2],0,\[\]\]$", told[1]);
        }

        // Until the answers are folded into the scores.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        List<string> scores;
        do
            scores = await shell.RunAsync(blocks[2]);
        while (scores[0].StartsWith("[0,", StringComparison.Ordinal) && !patience.IsCancellationRequested);
        Assert.Equal(["""[1,"5.00","100.0"]""", """[1,"astana",5]"""], scores);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(Path.Combine(program.Folder, "regions.xlsx"), TestContext.Current.CancellationToken))[..2]);
    }

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [path.TrimStart()]
        : command.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}"));

    private static string Section(string title) => Regex.Match(Readme, $@"\n## {Regex.Escape(title)}\n(.*?)(\n## |\z)", RegexOptions.Singleline).Groups[1].Value;
}
