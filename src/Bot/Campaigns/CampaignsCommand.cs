using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>/campaigns: coordinators send a file, look at its faults and its reach, let the invitations go, and steer. Words set targets or the time.</summary>
internal sealed class CampaignsCommand(
    CampaignViews views, CampaignDesk desk, CampaignCards cards, CampaignChatFiles files, CampaignWords words, TextCatalogue texts) : ICommand
{
    public string Name => "campaigns";

    public StaffRole? Role => StaffRole.Coordinator;

    public bool TakesWords => true;

    public bool TakesFiles => true;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { } staff || !CampaignAccess.IsGranted(staff))
            return new CommandResult(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language));
        var access = views.AccessOf(staff);
        if (context.File is { } file)
            return new CommandResult(await files.TakeAsync(context, access, file, cancellationToken));
        if (!context.Pressed && context.Arguments.Length > 0)
            return new CommandResult(await words.ReadAsync(context, access, cancellationToken));
        return context.Pressed && context.Arguments.Split('.') is [var act, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await views.FindRowAsync(access, id, cancellationToken) is { } campaign
            ? await PressedAsync(context, access, campaign, act, cancellationToken)
            : new CommandResult(cards.List(await views.ListAsync(access, cancellationToken), context.Language));
    }

    private async Task<CommandResult> PressedAsync(CommandContext context, CampaignAccess access, CampaignRow campaign, string act, CancellationToken cancellationToken)
    {
        switch (act)
        {
            case CampaignCards.Send or CampaignCards.Stop or CampaignCards.Delete or CampaignCards.Remind:
                return new CommandResult(await cards.ConfirmAsync(access, campaign.Id, act, context.Language, cancellationToken));
            case CampaignCards.Faults or CampaignCards.Links or CampaignCards.RemindNow:
                return await files.GiveAsync(access, campaign, act, context.Language, cancellationToken);
            case CampaignCards.SendNow:
                await files.KeepAddressAsync(context, campaign.Id, cancellationToken);
                await desk.ConfirmAsync(access, campaign.Id, campaign.StartAt, campaign.Reminders, cancellationToken);
                break;
            default:
                await ActAsync(access, campaign, act, cancellationToken);
                break;
        }

        return new CommandResult(await cards.CampaignAsync(access, campaign.Id, context.Language, cancellationToken));
    }

    private Task<bool> ActAsync(CampaignAccess access, CampaignRow campaign, string act, CancellationToken cancellationToken) => act switch
    {
        CampaignCards.Accept => desk.AcceptAsync(access, campaign.Id, cancellationToken),
        CampaignCards.Reminders => desk.PlanAsync(campaign.Id, startAt: null, (campaign.Reminders + 1) % 3, cancellationToken),
        CampaignCards.Pause => desk.PauseAsync(access, campaign.Id, cancellationToken),
        CampaignCards.Resume => desk.ResumeAsync(access, campaign.Id, cancellationToken),
        CampaignCards.StopNow => desk.StopAsync(access, campaign.Id, cancellationToken),
        CampaignCards.DeleteNow => desk.DeleteAsync(access, campaign.Id, cancellationToken),
        _ => Task.FromResult(false),
    };
}
