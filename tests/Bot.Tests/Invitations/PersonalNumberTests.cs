using Bot.Invitations;
using Xunit;

namespace Bot.Tests.Invitations;

public sealed class PersonalNumberTests
{
    [Theory]
    [InlineData("+77011234567")]
    [InlineData("87011234567")]
    [InlineData("8 (701) 123-45-67")]
    [InlineData("+7 701 123 45 67")]
    [InlineData("7011234567")]
    [InlineData("tel: 8-727-250-00-00")]
    [InlineData("тел.+77011234567")]
    [InlineData("+4915112345678")]
    public void A_telephone_number_is_refused(string text) => Assert.StartsWith("looks like a telephone number", PersonalNumber.Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("880101300123")]
    [InlineData("000229650123")]
    [InlineData(" 880101300123 ")]
    [InlineData("ИИН 880101300123")]
    [InlineData("iin:880101300123")]
    [InlineData("ЖСН-880101300123")]
    public void An_identification_number_is_refused(string text) => Assert.StartsWith("looks like an individual identification number", PersonalNumber.Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("A-1")]
    [InlineData("receipt-1")]
    [InlineData("2026-11-25-0001")]
    [InlineData("261125-000123")]
    [InlineData("889901300123")]
    [InlineData("880101700123")]
    [InlineData("101000012345678")]
    [InlineData("1234567890")]
    [InlineData("7123456")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-880101300123")]
    [InlineData("r-88010130012")]
    [InlineData("№ 15/2026")]
    public void What_names_nobody_is_taken(string text) => Assert.Null(PersonalNumber.Refusal(text));
}
