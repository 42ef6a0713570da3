using System.CommandLine;

namespace Bot.Managers;

internal sealed class StaffVerb : Command
{
    public StaffVerb()
        : base("staff", "Who may see the scores and run the surveys.")
    {
        Add(new StaffCodeVerb());
        Add(new StaffListVerb());
        Add(new StaffRevokeVerb());
    }
}
