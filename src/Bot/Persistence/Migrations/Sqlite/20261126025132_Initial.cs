using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    ResponseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: true),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => new { x.ResponseId, x.Item });
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CampaignFaults",
                columns: table => new
                {
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Other = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignFaults", x => new { x.CampaignId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CampaignQuotas",
                columns: table => new
                {
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Target = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignQuotas", x => new { x.CampaignId, x.ServiceId, x.Form, x.RegionId });
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    NoteRef = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    ReminderLists = table.Column<int>(type: "INTEGER", nullable: false),
                    ReminderListedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemindAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    ResponseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Sensitive = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Handling = table.Column<int>(type: "INTEGER", nullable: false),
                    HandledBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => new { x.ResponseId, x.Item });
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", maxLength: 256, nullable: false),
                    BlockedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OptedOutAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ConsentedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RecentUpdates = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OpenResponseId = table.Column<long>(type: "INTEGER", nullable: true),
                    CardRef = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    CardDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CardDueAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InvitationMessages",
                columns: table => new
                {
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvitationMessages", x => new { x.InvitationId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceiptRef = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ApiKeyId = table.Column<long>(type: "INTEGER", nullable: true),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    UsedChannel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RenderedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ResponseId = table.Column<long>(type: "INTEGER", nullable: true),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedOn = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RefusedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "RatingRequests",
                columns: table => new
                {
                    ResponseId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingRequests", x => x.ResponseId);
                });

            migrationBuilder.CreateTable(
                name: "Recipients",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LastInvitedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OptedOutAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recipients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Responses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    RespondentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    UsedChannel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    SurveyChannel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: true),
                    ImportId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    QuestionnaireVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SourceLink = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Quarantine = table.Column<int>(type: "INTEGER", nullable: true),
                    QuarantineReason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    QuarantinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Counted = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CountedAs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScoreCells",
                columns: table => new
                {
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Split = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Published = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitingSince = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreCells", x => new { x.ServiceId, x.Form, x.RegionId, x.Split, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "ScoreDeltas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Sign = table.Column<int>(type: "INTEGER", nullable: false),
                    Ratings = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CountedAs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreDeltas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Scores",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ScopeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    MethodVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ComputedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scores", x => new { x.Kind, x.ScopeId });
                });

            migrationBuilder.CreateTable(
                name: "StaffCodes",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffCodes", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "StaffMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: true),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TargetId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RegionId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Digest = table.Column<int>(type: "INTEGER", nullable: false),
                    Alerts = table.Column<bool>(type: "INTEGER", nullable: false),
                    NextDigestAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextAlertAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Alerted = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebhookEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ApiKeyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    ApiKeyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", maxLength: 256, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.ApiKeyId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Answers_ServiceId",
                table: "Answers",
                column: "ServiceId",
                filter: "[ServiceId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_State",
                table: "Campaigns",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_RemindAt",
                table: "Cases",
                column: "RemindAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ServiceId_RegionId_Criterion",
                table: "Cases",
                columns: new[] { "ServiceId", "RegionId", "Criterion" },
                unique: true,
                filter: "[State] <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Handling",
                table: "Comments",
                column: "Handling",
                filter: "[Sensitive] <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ServiceId_Sensitive",
                table: "Comments",
                columns: new[] { "ServiceId", "Sensitive" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_UpdatedAt",
                table: "Contacts",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_CardDueAt",
                table: "Conversations",
                column: "CardDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_OpenResponseId",
                table: "Conversations",
                column: "OpenResponseId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMessages_CampaignId_State_DueAt",
                table: "InvitationMessages",
                columns: new[] { "CampaignId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMessages_ConversationId",
                table: "InvitationMessages",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMessages_State_DueAt",
                table: "InvitationMessages",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CampaignId_ReceiptRef",
                table: "Invitations",
                columns: new[] { "CampaignId", "ReceiptRef" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CampaignId_ServiceId_Form_RegionId",
                table: "Invitations",
                columns: new[] { "CampaignId", "ServiceId", "Form", "RegionId" },
                filter: "[CompletedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_InvitedAt",
                table: "Invitations",
                column: "InvitedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Recipient",
                table: "Invitations",
                column: "Recipient");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ResponseId",
                table: "Invitations",
                column: "ResponseId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ServiceId_InvitedAt",
                table: "Invitations",
                columns: new[] { "ServiceId", "InvitedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Token",
                table: "Invitations",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RatingRequests_CaseId",
                table: "RatingRequests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RatingRequests_DueAt",
                table: "RatingRequests",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recipients_ConversationId",
                table: "Recipients",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_ImportId",
                table: "Responses",
                column: "ImportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Responses_InvitationId",
                table: "Responses",
                column: "InvitationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Responses_Quarantine_QuarantinedAt",
                table: "Responses",
                columns: new[] { "Quarantine", "QuarantinedAt" },
                filter: "[Quarantine] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_RespondentId_ServiceId_SubmittedAt",
                table: "Responses",
                columns: new[] { "RespondentId", "ServiceId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_ServiceId_Status",
                table: "Responses",
                columns: new[] { "ServiceId", "Status" },
                filter: "[SubmittedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_ServiceId_SubmittedAt",
                table: "Responses",
                columns: new[] { "ServiceId", "SubmittedAt" },
                filter: "[SubmittedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_Status_AskAt",
                table: "Responses",
                columns: new[] { "Status", "AskAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_Status_UpdatedAt",
                table: "Responses",
                columns: new[] { "Status", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ScoreCells_RegionId_Day_Split",
                table: "ScoreCells",
                columns: new[] { "RegionId", "Day", "Split" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_ConversationId",
                table: "StaffMembers",
                column: "ConversationId",
                unique: true,
                filter: "[RevokedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_ConversationId_Kind_TargetId_RegionId",
                table: "Subscriptions",
                columns: new[] { "ConversationId", "Kind", "TargetId", "RegionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_NextAlertAt",
                table: "Subscriptions",
                column: "NextAlertAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_NextDigestAt",
                table: "Subscriptions",
                column: "NextDigestAt");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEvents_ApiKeyId",
                table: "WebhookEvents",
                column: "ApiKeyId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEvents_DueAt",
                table: "WebhookEvents",
                column: "DueAt",
                filter: "[DueAt] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Answers");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CampaignFaults");

            migrationBuilder.DropTable(
                name: "CampaignQuotas");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "InvitationMessages");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "RatingRequests");

            migrationBuilder.DropTable(
                name: "Recipients");

            migrationBuilder.DropTable(
                name: "Responses");

            migrationBuilder.DropTable(
                name: "ScoreCells");

            migrationBuilder.DropTable(
                name: "ScoreDeltas");

            migrationBuilder.DropTable(
                name: "Scores");

            migrationBuilder.DropTable(
                name: "StaffCodes");

            migrationBuilder.DropTable(
                name: "StaffMembers");

            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropTable(
                name: "WebhookEvents");

            migrationBuilder.DropTable(
                name: "Webhooks");
        }
    }
}
