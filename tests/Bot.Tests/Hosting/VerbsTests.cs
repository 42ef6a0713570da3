using Bot.Hosting;
using Xunit;

namespace Bot.Tests.Hosting;

public sealed class VerbsTests
{
    [Theory]
    [InlineData(true, "--help")]
    [InlineData(true, "-h")]
    [InlineData(true, "--version")]
    [InlineData(true, "check")]
    [InlineData(false, "--urls", "http://localhost:5081")]
    [InlineData(false)]
    public void Help_is_given_without_starting_the_bot(bool verb, params string[] arguments) => Assert.Equal(verb, Verbs.AreMeant(arguments));
}
