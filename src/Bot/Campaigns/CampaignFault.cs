namespace Bot.Campaigns;

/// <summary>What is wrong with a line of a file. It quotes nothing but names of columns.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Column">Name of the column, behind <see cref="QuotaLines.Sheet"/> one of the second sheet; empty: the whole line.</param>
/// <param name="Code">The text <c>coordinator.fault.CODE</c> says it.</param>
/// <param name="Other">The earlier line that says the same, where it is about a repetition.</param>
internal sealed record CampaignFault(int Line, string Column, string Code, int? Other = null)
{
    /// <summary>Of the names that a file gives its columns no more is kept.</summary>
    public const int LongestColumn = 56;
    public const string Empty = "empty_file";
    public const string NotUtf8 = "not_utf8";
    public const string Unreadable = "unreadable";
    public const string TooManyLines = "too_many_lines";
    public const string ColumnUnknown = "column_unknown";
    public const string ColumnMissing = "column_missing";
    public const string ColumnTwice = "column_twice";
    public const string Malformed = "malformed";
    public const string Date = "date";
    public const string Missing = "missing";
    public const string TooLong = "too_long";
    public const string Service = "service";
    public const string Form = "form";
    public const string Region = "region";
    public const string Language = "language";
    public const string RefTwice = "ref_twice";
    public const string RefKnown = "ref_known";
    public const string RecipientTwice = "recipient_twice";
    public const string RecipientKnown = "recipient_known";
    public const string Scope = "scope";
    public const string Target = "target";

    /// <summary>Whether it is about the second sheet, whose lines are counted by themselves.</summary>
    public bool IsOfTargets => Column.StartsWith(QuotaLines.Sheet, StringComparison.Ordinal);
}
