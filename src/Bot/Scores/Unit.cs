namespace Bot.Scores;

/// <summary>How the unit of a cell is written: <c>f</c>, <c>c:info</c>, <c>z:portal</c>, <c>i:info_clear</c>.</summary>
internal static class Unit
{
    public const string Form = "f";
    public const string Criterion = "c:";
    public const string Zone = "z:";
    public const string Item = "i:";
}
