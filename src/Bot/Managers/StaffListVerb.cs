using System.CommandLine;
using System.Globalization;
using Bot.Hosting;

namespace Bot.Managers;

internal sealed class StaffListVerb : Command
{
    public StaffListVerb()
        : base("list", "Lists everybody who is signed in: id, role, since when (UTC), scope.") =>
        SetAction((parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return VerbHost.RunAsync(services => RunAsync(services, output, cancellationToken), error, cancellationToken);
        });

    internal static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var member in await services.GetRequiredService<StaffCodes>().ListAsync(cancellationToken))
        {
            var since = member.GrantedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var scope = member.Scope.Length == 0 ? "everything" : member.Scope;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{member.Id}\t{member.Role.ToLowerInvariant()}\t{since}\t{scope}").AsMemory(), cancellationToken);
        }

        return 0;
    }
}
