using Bot.Invitations.Funnels;
using Bot.Persistence.Entities;
using Bot.Tests.Conversations;

namespace Bot.Tests.Invitations.Funnels;

/// <summary>Makes invitations at random, sensible and not, each with what a reader of the definitions would say became of it.</summary>
internal sealed class InvitationMaker(Random random)
{
    private static readonly DateTimeOffset Now = QuietHost.NewClock().GetUtcNow();
    private static readonly string[] Services = ["601001", "1403024", "3102008"];
    private static readonly string?[] Regions = ["astana", "abai", "unknown", null];
    private static readonly string?[] Languages = ["kk", "ru", null];
    private long _id;

    /// <summary>All that is made, to be stored.</summary>
    public List<object> Rows { get; } = [];

    public List<(InvitationRow Invitation, FunnelStep Step, FunnelEnd End, bool ByMessage)> Invited { get; } = [];

    public void Make()
    {
        var row = Row();
        List<InvitationMessageRow> messages = [.. Enumerable.Range(0, random.Next(4)).Select(number => Message(row, number))];
        var response = row.OpenedAt is not null && row.ResponseId is not null && random.Next(8) > 0 ? Response(row) : null;
        Rows.Add(row);
        Rows.AddRange(messages);
        if (response is not null)
            Rows.Add(response);
        if (row.InvitedAt is not null)
            Invited.Add((row, StepOf(row), EndOf(row, messages, response), row.DeliveredAt is not null || messages.Count > 0));
    }

    private static FunnelStep StepOf(InvitationRow row) =>
        row switch { { CompletedAt: not null } => FunnelStep.Completed, { StartedAt: not null } => FunnelStep.Started, { OpenedAt: not null } => FunnelStep.Opened, { DeliveredAt: not null } => FunnelStep.Delivered, _ => FunnelStep.Invited };

    private static FunnelEnd EndOf(InvitationRow row, List<InvitationMessageRow> messages, ResponseRow? response)
    {
        if (row.CompletedAt is not null)
            return FunnelEnd.Completed;
        if (row.RefusedAt is not null)
            return FunnelEnd.Refused;
        if (row.ResponseId is not null)
            return response?.Status switch
            {
                ResponseStatus.Withdrawn => FunnelEnd.Withdrawn,
                ResponseStatus.Waiting => FunnelEnd.Waiting,
                ResponseStatus.Open or ResponseStatus.Submitted => FunnelEnd.Pending,
                _ => FunnelEnd.Expired,
            };
        if (row.OpenedAt is null && messages.Exists(m => m.State == MessageState.Blocked))
            return FunnelEnd.Blocked;
        if (row.OpenedAt is null && row.DeliveredAt is null)
        {
            if (messages.Exists(m => m.State == MessageState.Failed))
                return FunnelEnd.Failed;
            if (messages.Exists(m => m is { Number: 0, State: MessageState.Due or MessageState.Cancelled }))
                return FunnelEnd.Unsent;
        }

        return row.ExpiresAt <= Now ? FunnelEnd.Expired : FunnelEnd.Pending;
    }

    private InvitationRow Row()
    {
        var id = ++_id;
        var row = new InvitationRow
        {
            Id = id,
            Token = $"token-{id}",
            CampaignId = random.Next(3),
            ReceiptRef = $"ref-{id}",
            ServiceId = Services[random.Next(Services.Length)],
            RegionId = Regions[random.Next(Regions.Length)],
            Language = Languages[random.Next(Languages.Length)],
            CreatedAt = Now,
            InvitedAt = random.Next(12) == 0 ? null : Now.AddDays(-random.Next(60)),
            ExpiresAt = Now.AddDays(random.Next(-2, 3)),
            DeliveredAt = Maybe(),
            OpenedAt = Maybe(),
        };
        if (row.OpenedAt is null)
            return row;
        row.OpenedOn = random.Next(2) == 0 ? "telegram" : "page";
        row.RefusedAt = random.Next(5) == 0 ? Now : null;
        row.ResponseId = row.RefusedAt is null || random.Next(3) == 0 ? id : null;
        row.StartedAt = Maybe();
        row.CompletedAt = row.StartedAt is null ? null : Maybe();
        return row;
    }

    private DateTimeOffset? Maybe() => random.Next(2) == 0 ? Now : null;

    private InvitationMessageRow Message(InvitationRow row, int number) => new()
    {
        InvitationId = row.Id,
        Number = number,
        CampaignId = row.CampaignId,
        ConversationId = "t-one",
        State = (MessageState)random.Next(7),
        DueAt = Now,
    };

    private ResponseRow Response(InvitationRow row) => new()
    {
        Id = row.Id,
        Status = (ResponseStatus)random.Next(5),
        SurveyChannel = "telegram",
        Source = "receipt",
        InvitationId = row.Id,
        StartedAt = Now,
        UpdatedAt = Now,
    };
}
