using System.CommandLine;
using Bot.Api;
using Bot.Managers;
using Bot.Responses;
using Bot.Scores;

namespace Bot.Hosting;

/// <summary>The verbs of the program (<c>check</c>, <c>staff code</c> …). Exit 0: done; 1: input refused, faults listed; 2: wrong usage.</summary>
internal static class Verbs
{
    /// <summary>Whether this is a verb or a call for help; other options are settings of the bot.</summary>
    public static bool AreMeant(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        var result = Root().Parse(args);
        var code = await result.InvokeAsync();
        return result.Errors.Count > 0 ? 2 : code;
    }

    // One line a verb; each area brings its own.
    internal static RootCommand Root() => new("A bot that hears from people right after a public service was given to them.")
    {
        new CheckVerb(),
        new StaffVerb(),
        new ScoresVerb(),
        new ImportVerb(),
        new ExportVerb(),
        new ApiKeyVerb(),
    };
}
