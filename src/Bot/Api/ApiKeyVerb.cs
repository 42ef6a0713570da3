using System.CommandLine;
using Bot.Conversations;
using Bot.Hosting;

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
        Add(role);
        SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var wanted = Enum.Parse<StaffRole>(parsed.GetRequiredValue(role), ignoreCase: true);
            return VerbHost.RunAsync(services => RunAsync(services, wanted, output, cancellationToken), error, cancellationToken);
        });
    }

    private static async Task<int> RunAsync(IServiceProvider services, StaffRole role, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync((await services.GetRequiredService<ApiKeys>().CreateAsync(role, "cli", cancellationToken)).AsMemory(), cancellationToken);
        return 0;
    }
}
