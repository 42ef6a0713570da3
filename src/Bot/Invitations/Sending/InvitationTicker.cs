using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;

namespace Bot.Invitations.Sending;

/// <summary>Lets the sender look every few seconds. Beside the jobs, for a great campaign takes hours and the scores need a worker.</summary>
internal sealed partial class InvitationTicker(InvitationSender sender, Holidays holidays, TimeProvider time, ILogger<InvitationTicker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var year = AlmatyTime.Day(time.GetUtcNow()).Year;
        if (!holidays.Know(year))
            Log.NoHolidays(logger, year);
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
                await RunAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sender.RunAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "dialogs/holidays.json names no day of {Year}: invitations go out on holidays too.")]
        public static partial void NoHolidays(ILogger logger, int year);

        [LoggerMessage(LogLevel.Error, "Invitations could not be sent; the next look goes on with them.")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
