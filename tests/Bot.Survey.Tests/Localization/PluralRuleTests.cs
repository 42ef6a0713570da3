using Bot.Survey.Localization;
using Xunit;

namespace Bot.Survey.Tests.Localization;

public class PluralRuleTests
{
    [Theory]
    [InlineData("0", PluralForm.Many)]
    [InlineData("1", PluralForm.One)]
    [InlineData("2", PluralForm.Few)]
    [InlineData("4", PluralForm.Few)]
    [InlineData("5", PluralForm.Many)]
    [InlineData("11", PluralForm.Many)]
    [InlineData("12", PluralForm.Many)]
    [InlineData("14", PluralForm.Many)]
    [InlineData("21", PluralForm.One)]
    [InlineData("22", PluralForm.Few)]
    [InlineData("101", PluralForm.One)]
    [InlineData("111", PluralForm.Many)]
    [InlineData("112", PluralForm.Many)]
    [InlineData("1000000", PluralForm.Many)]
    [InlineData("-1", PluralForm.One)]
    [InlineData("1.5", PluralForm.Other)]
    [InlineData("1.0", PluralForm.Other)]
    public void Russian_tells_four_forms_apart(string number, PluralForm form) =>
        Assert.Equal(form, PluralRule.Russian.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, PluralForm.Other)]
    [InlineData(1, PluralForm.One)]
    [InlineData(2, PluralForm.Other)]
    [InlineData(21, PluralForm.Other)]
    public void Kazakh_and_the_rule_of_unknown_languages_tell_one_from_the_rest(int number, PluralForm form)
    {
        Assert.Equal(form, PluralRule.Kazakh.Of(number));
        Assert.Equal(form, PluralRule.OneOther.Of(number));
    }

    [Fact]
    public void A_rule_is_found_by_its_name()
    {
        Assert.All([PluralRule.Kazakh, PluralRule.Russian, PluralRule.OneOther], rule => Assert.Same(rule, PluralRule.Find(rule.Id)));
        Assert.Null(PluralRule.Find("ar"));
    }
}
