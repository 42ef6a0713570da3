using Bot.Campaigns;
using Xunit;

namespace Bot.Tests.Campaigns;

public sealed class PersonalDataCheckTests
{
    [Theory]
    [InlineData("+77011234567")]
    [InlineData("+7 (701) 123-45-67")]
    [InlineData("87011234567")]
    [InlineData("8 701 123 45 67")]
    [InlineData("77011234567")]
    [InlineData("7011234567")]
    [InlineData("8-7172-55-44-33")]
    [InlineData("900101300123")]
    [InlineData("order-900101300123")]
    [InlineData("900101 300123")]
    [InlineData("a.bolat@mail.kz")]
    [InlineData("+7 926 123 45 67")]
    public void Numbers_and_addresses_of_people_are_found(string cell) => Assert.True(PersonalDataCheck.IsIn("A-1;" + cell + ";astana"));

    [Theory]
    [InlineData("A-1")]
    [InlineData("2026-11-25-00017")]
    [InlineData("1403024")]
    [InlineData("02201001")]
    [InlineData("0f8fad5b-d9cb-469f-a165-708677289502")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-900101300123")]
    [InlineData("9a7b900101300123ff")]
    [InlineData("1234567890")]
    [InlineData("100200300")]
    public void References_are_none(string cell) => Assert.False(PersonalDataCheck.IsIn(cell + ",1403024,electronic,astana,kk"));

    [Theory]
    [InlineData("Телефон")]
    [InlineData("phone_number")]
    [InlineData("PhoneNumber")]
    [InlineData("ИИН")]
    [InlineData("жсн")]
    [InlineData("iin")]
    [InlineData("full name")]
    [InlineData("Аты-жөні")]
    [InlineData("e-mail")]
    public void Columns_that_are_named_like_them_are_found(string column) => Assert.True(PersonalDataCheck.IsName(column));

    [Fact]
    public void The_columns_of_a_campaign_are_none() =>
        Assert.DoesNotContain(CampaignLines.Required.Append(CampaignLines.Recipient).Append("target"), PersonalDataCheck.IsName);
}
