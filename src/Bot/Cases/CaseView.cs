using System.Globalization;
using Bot.Persistence.Entities;

namespace Bot.Cases;

/// <summary>What the buttons about cases carry: <c>c.cases.ACT.ID</c>, and to open one <c>c.cases.o.SERVICE.REGION.CRITERION</c>.</summary>
internal static class CaseView
{
    public const string OpenOne = "o";
    public const string List = "l";
    public const string One = "i";
    public const string Take = "t";
    public const string Release = "u";
    public const string Answer = "a";
    public const string Done = "d";
    private const string Command = "c.cases";
    private const string Everywhere = "-";

    public static string Open(string service, string? region, string criterion) => string.Join('.', Command, OpenOne, service, region ?? Everywhere, criterion);

    /// <summary>The region that a button names; empty: all.</summary>
    public static string Region(string text) => text == Everywhere ? "" : text;

    public static string Of(string act, CaseRow row) => string.Create(CultureInfo.InvariantCulture, $"{Command}.{act}.{row.Id}");

    public static string Page(int page) => string.Create(CultureInfo.InvariantCulture, $"{Command}.{List}.{page}");
}
