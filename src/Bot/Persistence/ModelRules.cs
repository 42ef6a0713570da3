using Bot.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Persistence;

/// <summary>Keys, lengths and indexes of all rows.</summary>
internal static class ModelRules
{
    private const int Id = 64;
    private const int Code = 32;
    private const int Reference = 128;
    private const int Vector = 1000;
    private const int Kind = 200;

    public static void Apply(ModelBuilder model)
    {
        Surveys(model);
        Invitations(model);
        Scores(model);
        People(model);
        Alerts(model);
        Webhooks(model);
    }

    private static void Surveys(ModelBuilder model)
    {
        model.Entity<ConversationRow>(e =>
        {
            e.Property(c => c.Id).HasMaxLength(Id);
            e.Property(c => c.Channel).HasMaxLength(Code);
            e.Property(c => c.Language).HasMaxLength(Code);
            e.Property(c => c.RecentUpdates).HasMaxLength(2000);
            e.Property(c => c.CardRef).HasMaxLength(Reference);
            e.Property(c => c.Version).IsConcurrencyToken();
            e.HasIndex(c => c.CardDueAt);
            e.HasIndex(c => c.OpenResponseId);
        });
        model.Entity<ResponseRow>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Revision).IsConcurrencyToken();
            e.Property(r => r.RespondentId).HasMaxLength(Id);
            e.Property(r => r.ServiceId).HasMaxLength(Code);
            e.Property(r => r.Form).HasMaxLength(Code);
            e.Property(r => r.RegionId).HasMaxLength(Code);
            e.Property(r => r.UsedChannel).HasMaxLength(Code);
            e.Property(r => r.SurveyChannel).HasMaxLength(Code);
            e.Property(r => r.Language).HasMaxLength(Code);
            e.Property(r => r.Outcome).HasMaxLength(Code);
            e.Property(r => r.Source).HasMaxLength(Code);
            e.Property(r => r.ImportId).HasMaxLength(Reference);
            e.Property(r => r.SourceLink).HasMaxLength(Reference);
            // Whoever writes a response that went into quarantine, or came out of it, meanwhile has to look again.
            e.Property(r => r.Quarantine).IsConcurrencyToken();
            e.Property(r => r.QuarantineReason).HasMaxLength(Code);
            e.Property(r => r.Counted).HasMaxLength(Vector);
            e.Property(r => r.CountedAs).HasMaxLength(Kind);
            // Square brackets quote a name on both providers.
            e.HasIndex(r => new { r.ServiceId, r.SubmittedAt }).HasFilter("[SubmittedAt] IS NOT NULL");
            e.HasIndex(r => new { r.ServiceId, r.Status }).HasFilter("[SubmittedAt] IS NULL");
            e.HasIndex(r => new { r.Quarantine, r.QuarantinedAt }).HasFilter("[Quarantine] IS NOT NULL");
            e.HasIndex(r => new { r.Status, r.AskAt });
            e.HasIndex(r => new { r.Status, r.UpdatedAt });
            e.HasIndex(r => new { r.RespondentId, r.ServiceId, r.SubmittedAt });
            e.HasIndex(r => r.ImportId).IsUnique();
            // One survey an invitation, also where two replicas open it in the same moment.
            e.HasIndex(r => r.InvitationId).IsUnique();
        });
        model.Entity<AnswerRow>(e =>
        {
            e.HasKey(a => new { a.ResponseId, a.Item });
            e.Property(a => a.Item).HasMaxLength(Id);
            e.Property(a => a.Choice).HasMaxLength(Vector);
            e.Property(a => a.ServiceId).HasMaxLength(Code);
            e.HasIndex(a => a.ServiceId).HasFilter("[ServiceId] IS NOT NULL");
        });
        model.Entity<CommentRow>(e =>
        {
            e.HasKey(c => new { c.ResponseId, c.Item });
            e.Property(c => c.Item).HasMaxLength(Id);
            e.Property(c => c.ServiceId).HasMaxLength(Code);
            e.Property(c => c.Language).HasMaxLength(Code);
            e.Property(c => c.Topics).HasMaxLength(Reference);
            e.Property(c => c.Sensitive).HasMaxLength(Id);
            e.Property(c => c.Rules).HasMaxLength(Code);
            e.HasIndex(c => new { c.ServiceId, c.Sensitive });
            e.HasIndex(c => c.Handling).HasFilter("[Sensitive] <> ''");
        });
    }

    private static void Invitations(ModelBuilder model)
    {
        model.Entity<InvitationRow>(e =>
        {
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.Token).HasMaxLength(Id);
            e.Property(i => i.ReceiptRef).HasMaxLength(Reference);
            e.Property(i => i.Recipient).HasMaxLength(Id);
            e.Property(i => i.ServiceId).HasMaxLength(Code);
            e.Property(i => i.Form).HasMaxLength(Code);
            e.Property(i => i.RegionId).HasMaxLength(Code);
            e.Property(i => i.UsedChannel).HasMaxLength(Code);
            e.Property(i => i.Language).HasMaxLength(Code);
            e.Property(i => i.OpenedOn).HasMaxLength(Code);
            e.Property(i => i.RenderedAt).IsConcurrencyToken();
            e.HasIndex(i => i.Token).IsUnique();
            e.HasIndex(i => new { i.CampaignId, i.ReceiptRef }).IsUnique();
            e.HasIndex(i => i.ResponseId);
            e.HasIndex(i => i.Recipient);
            e.HasIndex(i => new { i.ServiceId, i.InvitedAt });
            e.HasIndex(i => i.InvitedAt);
            e.HasIndex(i => new { i.CampaignId, i.ServiceId, i.Form, i.RegionId }).HasFilter("[CompletedAt] IS NOT NULL");
        });
        model.Entity<RecipientRow>(e =>
        {
            e.Property(r => r.Id).HasMaxLength(Id);
            e.Property(r => r.ConversationId).HasMaxLength(Id);
            e.HasIndex(r => r.ConversationId);
        });
        model.Entity<CampaignRow>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Name).HasMaxLength(Reference);
            e.Property(c => c.ConversationId).HasMaxLength(Id);
            e.Property(c => c.NoteRef).HasMaxLength(Reference);
            e.HasIndex(c => c.State);
        });
        model.Entity<CampaignQuotaRow>(e =>
        {
            e.HasKey(q => new { q.CampaignId, q.ServiceId, q.Form, q.RegionId });
            e.Property(q => q.ServiceId).HasMaxLength(Code);
            e.Property(q => q.Form).HasMaxLength(Code);
            e.Property(q => q.RegionId).HasMaxLength(Code);
        });
        model.Entity<CampaignFaultRow>(e =>
        {
            e.HasKey(f => new { f.CampaignId, f.Number });
            e.Property(f => f.Column).HasMaxLength(Id);
            e.Property(f => f.Code).HasMaxLength(Code);
        });
        model.Entity<InvitationMessageRow>(e =>
        {
            e.HasKey(m => new { m.InvitationId, m.Number });
            e.Property(m => m.ConversationId).HasMaxLength(Id);
            e.HasIndex(m => new { m.State, m.DueAt });
            e.HasIndex(m => new { m.CampaignId, m.State, m.DueAt });
            e.HasIndex(m => m.ConversationId);
        });
    }

    private static void Scores(ModelBuilder model)
    {
        model.Entity<ScoreDeltaRow>(e =>
        {
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.ServiceId).HasMaxLength(Code);
            e.Property(d => d.Form).HasMaxLength(Code);
            e.Property(d => d.RegionId).HasMaxLength(Code);
            e.Property(d => d.Ratings).HasMaxLength(Vector);
            e.Property(d => d.CountedAs).HasMaxLength(Kind);
        });
        model.Entity<ScoreCellRow>(e =>
        {
            e.HasKey(c => new { c.ServiceId, c.Form, c.RegionId, c.Split, c.Day });
            e.Property(c => c.ServiceId).HasMaxLength(Code);
            e.Property(c => c.Form).HasMaxLength(Code);
            e.Property(c => c.RegionId).HasMaxLength(Code);
            e.Property(c => c.Split).HasMaxLength(Id);
            e.HasIndex(c => new { c.RegionId, c.Day, c.Split });
        });
        model.Entity<ScoreRow>(e =>
        {
            e.HasKey(s => new { s.Kind, s.ScopeId });
            e.Property(s => s.Kind).HasMaxLength(Code);
            e.Property(s => s.ScopeId).HasMaxLength(Id);
        });
    }

    private static void Alerts(ModelBuilder model)
    {
        model.Entity<SubscriptionRow>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.ConversationId).HasMaxLength(Id);
            e.Property(s => s.Kind).HasMaxLength(Code);
            e.Property(s => s.TargetId).HasMaxLength(Code);
            e.Property(s => s.RegionId).HasMaxLength(Code);
            e.HasIndex(s => new { s.ConversationId, s.Kind, s.TargetId, s.RegionId }).IsUnique();
            e.HasIndex(s => s.NextDigestAt);
            e.HasIndex(s => s.NextAlertAt);
        });
        model.Entity<CaseRow>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.ServiceId).HasMaxLength(Code);
            e.Property(c => c.RegionId).HasMaxLength(Code);
            e.Property(c => c.Criterion).HasMaxLength(Code);
            e.Property(c => c.OwnerId).HasMaxLength(Id);
            // One case at a time about the same thing, also where two replicas open it in the same moment. 3: done.
            e.HasIndex(c => new { c.ServiceId, c.RegionId, c.Criterion }).IsUnique().HasFilter("[State] <> 3");
            e.HasIndex(c => c.RemindAt);
        });
        model.Entity<RatingRequestRow>(e =>
        {
            e.HasKey(r => r.ResponseId);
            e.Property(r => r.ResponseId).ValueGeneratedNever();
            e.HasIndex(r => r.DueAt);
            e.HasIndex(r => r.CaseId);
        });
    }

    private static void Webhooks(ModelBuilder model)
    {
        model.Entity<WebhookRow>(e =>
        {
            e.HasKey(w => w.ApiKeyId);
            e.Property(w => w.ApiKeyId).ValueGeneratedNever();
            e.Property(w => w.Url).HasMaxLength(Vector);
            e.Property(w => w.Secret).HasMaxLength(256);
        });
        model.Entity<WebhookEventRow>(e =>
        {
            e.Property(w => w.Id).ValueGeneratedNever();
            e.Property(w => w.Type).HasMaxLength(Code);
            e.Property(w => w.Fault).HasMaxLength(Code);
            e.HasIndex(w => w.DueAt).HasFilter("[DueAt] IS NOT NULL");
            e.HasIndex(w => w.ApiKeyId);
        });
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<ContactRow>(e =>
        {
            e.HasKey(c => c.ConversationId);
            e.Property(c => c.ConversationId).HasMaxLength(Id);
            e.Property(c => c.Address).HasMaxLength(256);
            e.HasIndex(c => c.UpdatedAt);
        });
        model.Entity<StaffMemberRow>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.ConversationId).HasMaxLength(Id);
            e.Property(s => s.Role).HasMaxLength(Code);
            e.HasIndex(s => s.ConversationId).IsUnique().HasFilter("[RevokedAt] IS NULL");
        });
        model.Entity<StaffCodeRow>(e =>
        {
            e.HasKey(c => c.Hash);
            e.Property(c => c.Hash).HasMaxLength(Id);
            e.Property(c => c.Role).HasMaxLength(Code);
        });
        model.Entity<ApiKeyRow>(e =>
        {
            e.Property(k => k.Id).ValueGeneratedNever();
            e.Property(k => k.Hash).HasMaxLength(Id);
            e.Property(k => k.Role).HasMaxLength(Code);
            e.HasIndex(k => k.Hash).IsUnique();
        });
        model.Entity<AuditEntryRow>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Actor).HasMaxLength(Reference);
            e.Property(a => a.Action).HasMaxLength(Id);
            e.HasIndex(a => a.At);
        });
        model.Entity<LeaseRow>(e =>
        {
            e.HasKey(l => l.Name);
            e.Property(l => l.Name).HasMaxLength(Id);
            e.Property(l => l.Owner).HasMaxLength(Id);
        });
    }
}
