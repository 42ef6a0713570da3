using Bot.Conversations;

namespace Bot.Managers;

internal sealed class StaffCodeVerb()
    : GrantVerb("code", "Prints a code with which one person signs in, once, within 15 minutes: /start CODE, /login CODE or just the code.", "the person")
{
    protected override Task<string> GrantAsync(IServiceProvider services, StaffRole role, StaffScope scope, CancellationToken cancellationToken) =>
        services.GetRequiredService<StaffCodes>().IssueAsync(role, scope, "cli", cancellationToken);
}
