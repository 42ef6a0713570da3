using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;

namespace Bot.Invitations.Funnels;

/// <summary>Which invitations are counted.</summary>
/// <param name="CampaignId">Of one campaign; <see cref="InvitationRow.NoCampaign"/>: of receipts; null: all.</param>
/// <param name="ServiceId">To one service; null: all.</param>
/// <param name="From">First day on which they were given out or sent; null: from the beginning.</param>
/// <param name="To">Last such day; null: until now.</param>
internal sealed record FunnelFilter(long? CampaignId = null, string? ServiceId = null, DateOnly? From = null, DateOnly? To = null)
{
    public IQueryable<InvitationRow> Apply(IQueryable<InvitationRow> invitations)
    {
        var chosen = invitations.Where(i => i.InvitedAt != null);
        if (CampaignId is { } campaign)
            chosen = chosen.Where(i => i.CampaignId == campaign);
        if (ServiceId is { } service)
            chosen = chosen.Where(i => i.ServiceId == service);
        if (From is { } first && first > DateOnly.MinValue && AlmatyTime.At(first, TimeOnly.MinValue) is var from)
            chosen = chosen.Where(i => i.InvitedAt >= from);
        if (To is { } last && last < DateOnly.MaxValue && AlmatyTime.At(last.AddDays(1), TimeOnly.MinValue) is var to)
            chosen = chosen.Where(i => i.InvitedAt < to);
        return chosen;
    }
}
