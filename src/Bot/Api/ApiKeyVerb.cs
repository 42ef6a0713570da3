using System.CommandLine;
using Bot.Conversations;
using Bot.Managers;

namespace Bot.Api;

internal sealed class ApiKeyVerb : Command
{
    public ApiKeyVerb()
        : base("apikey", "The keys of programs that use the API.") => Add(new ApiKeyCreateVerb());
}

internal sealed class ApiKeyCreateVerb() : GrantVerb("create", "Prints a new key, this once.", "the program")
{
    protected override Task<string> GrantAsync(IServiceProvider services, StaffRole role, StaffScope scope, CancellationToken cancellationToken) =>
        services.GetRequiredService<ApiKeys>().CreateAsync(role, scope, "cli", cancellationToken);
}
