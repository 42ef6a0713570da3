using System.CommandLine;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Managers;
using Bot.Survey.Catalogue;

namespace Bot.Api;

internal sealed class ApiKeyVerb : Command
{
    public ApiKeyVerb()
        : base("apikey", "The keys of programs that use the API.") => Add(new ApiKeyCreateVerb());
}

internal sealed class ApiKeyCreateVerb : Command
{
    private static readonly string[] Roles = [.. Enum.GetNames<StaffRole>().Select(name => name.ToLowerInvariant())];

    public ApiKeyCreateVerb()
        : base("create", "Prints a new key, this once.")
    {
        var role = new Option<string>("--role") { Required = true, Description = "What the program may do." };
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

        var key = await services.GetRequiredService<ApiKeys>().CreateAsync(role, granted, "cli", cancellationToken);
        await output.WriteLineAsync(key.AsMemory(), cancellationToken);
        return 0;
    }
}
