using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Persistence;

/// <summary>The database, the same for both providers. Rows carry ids of <see cref="IdSource"/>; times keep microseconds.</summary>
internal abstract class BotDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    public DbSet<ResponseRow> Responses => Set<ResponseRow>();
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();
    public DbSet<CommentRow> Comments => Set<CommentRow>();
    public DbSet<ContactRow> Contacts => Set<ContactRow>();
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();
    public DbSet<RecipientRow> Recipients => Set<RecipientRow>();
    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();
    public DbSet<CampaignQuotaRow> CampaignQuotas => Set<CampaignQuotaRow>();
    public DbSet<CampaignFaultRow> CampaignFaults => Set<CampaignFaultRow>();
    public DbSet<InvitationMessageRow> InvitationMessages => Set<InvitationMessageRow>();
    public DbSet<ScoreDeltaRow> ScoreDeltas => Set<ScoreDeltaRow>();
    public DbSet<ScoreCellRow> ScoreCells => Set<ScoreCellRow>();
    public DbSet<ScoreRow> Scores => Set<ScoreRow>();
    public DbSet<StaffMemberRow> StaffMembers => Set<StaffMemberRow>();
    public DbSet<StaffCodeRow> StaffCodes => Set<StaffCodeRow>();
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<RatingRequestRow> RatingRequests => Set<RatingRequestRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();
    public DbSet<WebhookEventRow> WebhookEvents => Set<WebhookEventRow>();
    public DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => ModelRules.Apply(modelBuilder);
}
