using System.CommandLine;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Survey.Catalogue;

namespace Bot.Managers;

/// <summary>Grants a role, within a scope, to whoever holds the secret that it prints.</summary>
internal abstract class GrantVerb : Command
{
    private static readonly string[] Roles = [.. Enum.GetNames<StaffRole>().Select(name => name.ToLowerInvariant())];

    protected GrantVerb(string name, string description, string whose)
        : base(name, description)
    {
        var role = new Option<string>("--role") { Required = true, Description = $"What {whose} may do." };
        role.AcceptOnlyFromAmong(Roles);
        var scope = new Option<string?>("--scope") { Description = "What a manager may see: service:ID,provider:ID,region:ID … (everything where none is named), and comments:sensitive for the queue of sensitive comments." };
        Add(role);
        Add(scope);
        SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var wanted = Enum.Parse<StaffRole>(parsed.GetRequiredValue(role), ignoreCase: true);
            return VerbHost.RunAsync(services => RunAsync(services, wanted, parsed.GetValue(scope), output, error, cancellationToken), error, cancellationToken);
        });
    }

    internal async Task<int> RunAsync(
        IServiceProvider services, StaffRole role, string? scope, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (Read(scope, role, services.GetRequiredService<ServiceCatalogue>(), out var faults) is not { } granted)
        {
            foreach (var fault in faults)
                await error.WriteLineAsync(fault.AsMemory(), cancellationToken);
            return 1;
        }

        var secret = await GrantAsync(services, role, granted, cancellationToken);
        await output.WriteLineAsync(secret.AsMemory(), cancellationToken);
        return 0;
    }

    /// <summary>The new secret.</summary>
    protected abstract Task<string> GrantAsync(IServiceProvider services, StaffRole role, StaffScope scope, CancellationToken cancellationToken);

    /// <summary>The scope that was written, or all that is wrong with it.</summary>
    private static StaffScope? Read(string? written, StaffRole role, ServiceCatalogue catalogue, out IReadOnlyList<string> faults)
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
