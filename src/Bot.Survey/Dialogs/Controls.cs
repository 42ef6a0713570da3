namespace Bot.Survey.Dialogs;

/// <summary>Values of the buttons that are no answer.</summary>
internal static class Controls
{
    public const string Back = "back";
    public const string Language = "lang-";
    public const string Agree = "agree";
    public const string Refuse = "refuse";
    public const string More = "more";
    public const string Service = "svc-";
    public const string AllServices = "all";
    public const string NotListed = "none";
    public const string Page = "page-";
    public const string Skip = "skip";
    public const string SkipAll = "skipall";
    public const string Done = "done";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Later = "later-";
    public const string ResultNow = "now";
    public const string Submit = "submit";
    public const string Change = "change-";
    public const string Edit = "edit";
    public const string Another = "another";
    public const string Continue = "continue";
    public const string Restart = "restart";
    public const string OtherPerson = "other";
    public const string Anew = "anew";
}
