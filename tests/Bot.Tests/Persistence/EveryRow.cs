using Bot.Persistence.Entities;

namespace Bot.Tests.Persistence;

/// <summary>One row of every table.</summary>
internal static class EveryRow
{
    /// <summary>With more digits than the databases keep, and an offset.</summary>
    public static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 25, 14, 30, 0, TimeSpan.FromHours(5)).AddTicks(1_234_567);

    public static IReadOnlyList<object> Make() =>
    [
        new ConversationRow { Id = "t-one", Channel = "telegram", Language = "kk", ConsentedAt = At, OpenResponseId = 1, CardRef = "7", CardDueAt = At, UpdatedAt = At, Version = 1 },
        new ResponseRow
        {
            Id = 1, Status = ResponseStatus.Submitted, State = "{}", RespondentId = "t-one", ServiceId = "601001", Form = "electronic", RegionId = "astana",
            SurveyChannel = "telegram", Source = "invitation", InvitationId = 2, ImportId = "file-1", StartedAt = At, UpdatedAt = At, SubmittedAt = At, AskAt = At, Counted = "speed=5",
            SourceLink = "open:601001:electronic:", Quarantine = QuarantineStatus.Released, QuarantineReason = "speeder", QuarantinedAt = At,
        },
        new AnswerRow { ResponseId = 1, Item = "speed", Value = 5, ServiceId = "601001" },
        new CommentRow
        {
            ResponseId = 1, Item = "comment", ServiceId = "601001", Text = "Өте жақсы — спасибо", Language = "kk", Topics = "timing", Sensitive = "child", Rules = "one",
            Handling = CommentHandling.Taken, HandledBy = 4,
        },
        new ContactRow { ConversationId = "t-one", Address = [1, 2, 3], BlockedAt = At, OptedOutAt = At, UpdatedAt = At },
        new InvitationRow
        {
            Id = 2, Token = "aBcDeFgHiJkLmNoP", CampaignId = 9, ReceiptRef = "Ref-1", Recipient = "r-one", ApiKeyId = 5, ServiceId = "601001", FiledAt = At, RenderedAt = At, CreatedAt = At, ExpiresAt = At,
            ResponseId = 1, InvitedAt = At, DeliveredAt = At, OpenedAt = At, OpenedOn = "telegram", StartedAt = At, CompletedAt = At, RefusedAt = At,
        },
        new RecipientRow { Id = "r-one", ConversationId = "t-one", LastInvitedAt = At, OptedOutAt = At },
        new CampaignRow { Id = 9, Name = "Қараша", State = CampaignState.Running, StaffId = 4, ConversationId = "t-one", NoteRef = "7", CreatedAt = At, StartAt = At, Reminders = 2, ReminderLists = 1, ReminderListedAt = At },
        new CampaignQuotaRow { CampaignId = 9, ServiceId = "601001", Form = "", RegionId = "astana", Target = 400 },
        new CampaignFaultRow { CampaignId = 9, Number = 1, Line = 17, Column = "ref", Code = "ref_twice", Other = 3 },
        new InvitationMessageRow { InvitationId = 2, Number = 1, CampaignId = 9, ConversationId = "t-one", State = MessageState.Delivered, DueAt = At, ChangedAt = At },
        new ScoreDeltaRow { Id = 3, ServiceId = "601001", Form = "electronic", RegionId = "astana", Day = 20261125, Sign = 1, Ratings = "speed=5" },
        new ScoreCellRow { ServiceId = "601001", Form = "electronic", RegionId = "astana", Split = "", Day = 20261125, Counts = [1, 2], Published = [3], Waiting = 1, WaitingSince = 20261124 },
        new ScoreRow { Kind = "service", ScopeId = "601001", Json = "{}", MethodVersion = 1, ComputedAt = At },
        new StaffMemberRow { Id = 4, ConversationId = "t-one", Role = "Manager", Draft = "1|Manager|region:astana", GrantedAt = At },
        new StaffCodeRow { Hash = "hAsH", Role = "Manager", ExpiresAt = At, UsedAt = At },
        new SubscriptionRow { Id = 7, ConversationId = "t-one", Kind = "service", TargetId = "601001", RegionId = "astana", Digest = DigestRhythm.Weekly, NextDigestAt = At, NextAlertAt = At, CreatedAt = At },
        new CaseRow { Id = 8, ServiceId = "601001", RegionId = "astana", Criterion = "timing", State = CaseState.Taken, OwnerId = "t-one", OpenedAt = At, DueAt = At, DoneAt = At, RemindAt = At },
        new RatingRequestRow { ResponseId = 1, CaseId = 8, DueAt = At, AskedAt = At },
        new ApiKeyRow { Id = 5, Hash = "hAsH", Role = "reader", Scope = "region:astana", CreatedAt = At, RevokedAt = At },
        new WebhookRow { ApiKeyId = 5, Url = "https://system.example/hook", Secret = [1, 2, 3], CreatedAt = At },
        new WebhookEventRow { Id = 10, ApiKeyId = 5, Type = "invitation.started", InvitationId = 2, At = At, DueAt = At, Attempts = 1, Fault = "503" },
        new AuditEntryRow { Id = 6, At = At, Actor = "cli", Action = "made" },
        new LeaseRow { Name = "test", Owner = "me", ExpiresAt = At },
    ];
}
