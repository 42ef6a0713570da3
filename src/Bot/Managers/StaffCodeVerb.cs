using System.CommandLine;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Survey.Catalogue;

namespace Bot.Managers;

internal sealed class StaffCodeVerb : Command
{
    private static readonly string[] Roles = [.. Enum.GetNames<StaffRole>().Select(name => name.ToLowerInvariant())];

    public StaffCodeVerb()
        : base("code", "Prints a code with which one person signs in, once, within 15 minutes: /start CODE, /login CODE or just the code.")
    {
        var role = new Option<string>("--role") { Required = true, Description = "What the person may do." };
        role.AcceptOnlyFromAmong(Roles);
        var scope = ScopeOption.New();
        Add(role);
        Add(scope);
        SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var wanted = Enum.Parse<StaffRole>(parsed.GetRequiredValue(role), ignoreCase: true);
            return VerbHost.RunAsync(services => RunAsync(services, wanted, parsed.GetValue(scope), output, error, cancellationToken), error, cancellationToken);
        });
    }

    internal static async Task<int> RunAsync(
        IServiceProvider services, StaffRole role, string? scope, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (ScopeOption.Read(scope, role, services.GetRequiredService<ServiceCatalogue>(), out var faults) is not { } granted)
        {
            foreach (var fault in faults)
                await error.WriteLineAsync(fault.AsMemory(), cancellationToken);
            return 1;
        }

        var code = await services.GetRequiredService<StaffCodes>().IssueAsync(role, granted, "cli", cancellationToken);
        await output.WriteLineAsync(code.AsMemory(), cancellationToken);
        return 0;
    }
}
