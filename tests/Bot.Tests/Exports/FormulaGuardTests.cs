using Bot.Exports;
using FsCheck.Xunit;
using Xunit;

namespace Bot.Tests.Exports;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7 701 000 00 00")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("'=1+1")]
    [InlineData("''=1+1")]
    public void What_looks_like_a_formula_gets_an_apostrophe_which_the_import_takes_off(string text)
    {
        Assert.Equal("'" + text, FormulaGuard.Guard(text));
        Assert.Equal(text, FormulaGuard.Remove("'" + text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("жақсы")]
    [InlineData("5 = 5")]
    [InlineData("'сөз'")]
    [InlineData("'")]
    [InlineData("– тире")]
    public void Anything_else_stays_as_it_is(string text) => Assert.Equal((text, text), (FormulaGuard.Guard(text), FormulaGuard.Remove(text)));

    [Property]
    public bool Every_text_comes_back(int apostrophes, string? text, bool isFormula)
    {
        var any = new string('\'', Math.Abs(apostrophes) % 4) + (isFormula ? "=" : "") + text;
        return FormulaGuard.Remove(FormulaGuard.Guard(any)) == any;
    }
}
