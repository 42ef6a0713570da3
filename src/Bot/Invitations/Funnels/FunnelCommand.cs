using System.Globalization;
using Bot.Conversations;
using Bot.Exports;
using Bot.Managers;
using Bot.Survey.Dialogs;

namespace Bot.Invitations.Funnels;

/// <summary>/funnel: how far the invited came, for coordinators and administrators; by button split, of a period, of a campaign, or as a file.</summary>
internal sealed class FunnelCommand(FunnelReader reader, FunnelNames names, FunnelCards cards, ExportLog log, TimeProvider time) : ICommand
{
    public string Name => "funnel";

    public StaffRole? Role => StaffRole.Coordinator;

    public bool TakesWords => true;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Coordinator or StaffRole.Administrator } staff)
            return new CommandResult(cards.Refused(context.Language));
        var press = context.Pressed ? FunnelPress.Read(context.Arguments) : new FunnelPress(Period: PeriodChoice.Typed(context.Arguments) ?? default);
        var filter = press.Filter(AlmatyTime.Day(time.GetUtcNow()));
        var campaign = press.CampaignId is { } id ? await CampaignAsync(id, context.Language, cancellationToken) : null;
        if (press.Split is not { } split)
            return new CommandResult(cards.Whole(await reader.TotalAsync(filter, cancellationToken), press, campaign, context.Language));
        var parts = await reader.SplitAsync(filter, split, cancellationToken);
        var called = await names.OfAsync(split, [.. parts.Keys], context.Language, cancellationToken);
        var card = cards.Split(parts, called, press with { WantsFile = false }, campaign, context.Language);
        return new CommandResult(card, Attachment: press.WantsFile ? await FileAsync(staff, split, parts, called, context.Language, cancellationToken) : null);
    }

    private async Task<Attachment> FileAsync(
        Staff staff, FunnelSplit split, IReadOnlyDictionary<string, FunnelCounts> parts, IReadOnlyDictionary<string, string> called, string language, CancellationToken cancellationToken)
    {
        var subject = $"funnel-{split.ToString().ToLower(CultureInfo.InvariantCulture)}";
        await log.WriteAsync(ExportLog.Actor(staff.Id), ExportLog.Funnel, subject, cancellationToken);
        return new Attachment(
            string.Create(CultureInfo.InvariantCulture, $"{subject}-{AlmatyTime.Day(time.GetUtcNow()):yyyy-MM-dd}.csv"),
            FunnelCsv.MediaType, await FunnelCsv.WriteAsync(parts, called, forSpreadsheets: true, cancellationToken), cards.Title(split, language));
    }

    private async Task<string> CampaignAsync(long id, string language, CancellationToken cancellationToken)
    {
        var key = id.ToString(CultureInfo.InvariantCulture);
        return (await names.OfAsync(FunnelSplit.Campaign, [key], language, cancellationToken))[key];
    }
}
