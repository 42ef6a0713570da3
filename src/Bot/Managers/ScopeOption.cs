using System.CommandLine;
using Bot.Conversations;
using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>The option <c>--scope</c> of the verbs that grant something.</summary>
internal static class ScopeOption
{
    public static Option<string?> New() =>
        new("--scope") { Description = "What a manager may see: service:ID,provider:ID,region:ID … (everything where none is named), and comments:sensitive for the queue of sensitive comments." };

    /// <summary>The scope that was written, or all that is wrong with it.</summary>
    public static StaffScope? Read(string? written, StaffRole role, ServiceCatalogue catalogue, out IReadOnlyList<string> faults)
    {
        faults = [];
        if (written is null)
            return StaffScope.Everything;
        if (role is StaffRole.Manager)
            return StaffScope.TryParse(written, catalogue, out var scope, out faults) ? scope : null;
        faults = ["Only a manager has a scope."];
        return null;
    }
}
