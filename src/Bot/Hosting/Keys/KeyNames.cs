namespace Bot.Hosting.Keys;

internal static class KeyNames
{
    public const string Respondent = "Privacy:RespondentKey";
    public const string Privacy = "Privacy:Keys";
    public const string Web = "Web:Keys";
    public const string Invitations = "Invitations:Keys";
}
