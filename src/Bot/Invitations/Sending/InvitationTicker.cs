using Bot.Hosting;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;

namespace Bot.Invitations.Sending;

/// <summary>Lets the sender look for what is due. Beside the jobs, for a great campaign takes hours and the scores need a worker.</summary>
internal sealed partial class InvitationTicker(InvitationSender sender, Holidays holidays, TimeProvider time, ILogger<InvitationTicker> logger)
    : Ticker(TimeSpan.FromSeconds(5), time, logger)
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var year = AlmatyTime.Day(Time.GetUtcNow()).Year;
        if (!holidays.Know(year))
            Log.NoHolidays(logger, year);
        return base.StartAsync(cancellationToken);
    }

    protected override Task TickAsync(CancellationToken cancellationToken) => sender.RunAsync(cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "dialogs/holidays.json names no day of {Year}: invitations go out on holidays too.")]
        public static partial void NoHolidays(ILogger logger, int year);
    }
}
