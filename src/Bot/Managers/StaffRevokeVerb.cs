using System.CommandLine;
using System.Globalization;
using Bot.Hosting;

namespace Bot.Managers;

internal sealed class StaffRevokeVerb : Command
{
    public StaffRevokeVerb()
        : base("revoke", "Takes the rights of a staff member away at once.")
    {
        var id = new Argument<long>("ID") { Description = "As in staff list." };
        Add(id);
        SetAction((parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            return VerbHost.RunAsync(services => RunAsync(services, parsed.GetValue(id), error, cancellationToken), error, cancellationToken);
        });
    }

    internal static async Task<int> RunAsync(IServiceProvider services, long id, TextWriter error, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<StaffCodes>().RevokeAsync(id, "cli", cancellationToken))
            return 0;
        await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Nobody with the id {id} is signed in.").AsMemory(), cancellationToken);
        return 1;
    }
}
