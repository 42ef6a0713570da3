using Bot.Hosting;
using Bot.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Hosting;

public sealed class StartFaultsTests
{
    [Fact]
    public void A_value_of_the_wrong_kind_is_told_with_the_name_of_its_option()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Telegram:MaxConnections", "x")]).Build();
        var fault = Assert.ThrowsAny<Exception>(() => configuration.GetValue<int>("Telegram:MaxConnections"));
        Assert.Contains("'Telegram:MaxConnections'", StartFaults.Explain(fault), StringComparison.Ordinal);
        Assert.NotNull(StartFaults.Explain(new AggregateException(fault, fault)));
    }

    [Fact]
    public void A_wrong_address_is_told_with_the_name_of_its_option() =>
        Assert.Equal("ASPNETCORE_URLS: Invalid url: 'zzz'", StartFaults.Explain(Assert.ThrowsAny<Exception>(() => BindingAddress.Parse("zzz"))));

    [Fact]
    public void What_is_no_fault_of_the_configuration_is_not_explained_away()
    {
        Assert.Null(StartFaults.Explain(new InvalidOperationException("x")));
        Assert.Null(StartFaults.Explain(new AggregateException(new OptionsValidationException("x", typeof(string), ["x"]), new FormatException("x"))));
    }

    [Theory]
    [InlineData("zzz", false)]
    [InlineData("Colour=red", false)]
    [InlineData("", false)]
    [InlineData("Data Source=data/bot.db", true)]
    public void A_connection_string_must_be_one(string text, bool good) =>
        Assert.Equal(good, new DatabaseOptionsValidator().Validate(null, new DatabaseOptions { ConnectionString = text }).Succeeded);

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_fault_of_the_connection_string() => Assert.StartsWith(
        "ConnectionStrings:Bot: the folder of /proc/x/bot.db cannot be made.",
        StartFaults.Explain(Assert.ThrowsAny<Exception>(() => SqliteFile.Prepare("Data Source=/proc/x/bot.db"))), StringComparison.Ordinal);
}
