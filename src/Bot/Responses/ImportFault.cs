using System.Globalization;

namespace Bot.Responses;

/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Column, where the fault lies in one.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
internal sealed record ImportFault(int Line, string? Column, string Problem)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"line {Line}{(Column is null ? "" : ", " + Column)}: {Problem}");
}
