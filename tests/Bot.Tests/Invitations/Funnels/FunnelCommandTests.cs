using System.Globalization;
using System.Text;
using Bot.Conversations;
using Bot.Invitations.Funnels;
using Bot.Managers;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Tests.Alerts;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Invitations.Funnels;

public sealed class FunnelCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_sees_the_steps_the_ends_and_the_rates_and_splits_them()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await InviteAsync(desk);
        var talk = await (await desk.SignInAsync(role: StaffRole.Coordinator)).TypeAsync("/funnel");
        Assert.Equal(
            """
            Воронка приглашений
            За всё время

            Приглашены: 6
            Доставлено: 4 · 66,7 %
            Открыли ссылку: 3 · 50,0 %
            Начали отвечать: 2 · 33,3 %
            Завершили: 2 · 33,3 %

            Отказались участвовать: 1
            Не доставлено: 1
            Еще могут ответить: 2

            Доля ответивших (AAPOR RR1): 33,3 %
            Из тех, кто открыл (COOP1): 66,7 %
            Доля отказов (REF1): 16,7 %
            Доля контактов (CON1): 50,0 %
            Завершили из начавших: 100,0 %
            """, talk.Card.Text);
        await talk.TapAsync("По услуге");
        Assert.Contains("Апостиль судебных документов: 2 → 1 → 1 → 1 · 50,0 %", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("« Назад");
        await talk.TapAsync("По кампании");
        Assert.Contains("По чекам услуг: 5 → 3 → 2 → 2 · 40,0 %", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("Осень");
        Assert.Contains("Осень\nЗа всё время\n\nПриглашены: 1\n", talk.Card.Text, StringComparison.Ordinal);
        await talk.TapAsync("7 дней");
        Assert.Contains("За это время никто не приглашен.", talk.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_comes_as_a_file_and_is_noted()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await InviteAsync(desk);
        var talk = await (await desk.SignInAsync(role: StaffRole.Administrator)).TypeAsync("/funnel");
        await talk.TapAsync("По способу приглашения");
        await talk.TapAsync("Файл CSV");
        var file = talk.Reply.Attachment;
        Assert.Equal("funnel-channel-2026-11-25.csv", file?.FileName);
        Assert.Equal(
            """
            key,name,invited,delivered,opened,started,completed,refused,withdrawn,waiting,blocked,failed,unsent,expired,pending,rr1,coop1,ref1,con1,completion
            link,"Ссылка (SMS, e-mail)",4,3,3,2,2,1,0,0,0,0,0,0,1,50,66.67,25,75,100
            message,Сообщение бота,2,1,0,0,0,0,0,0,0,1,0,0,1,0,,0,0,

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(file!.Content).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        await using var db = desk.Host.Open();
        Assert.Equal("funnel-channel", (await db.AuditEntries.SingleAsync(a => a.Action == "funnel.export", Stop)).Subject);
    }

    [Fact]
    public async Task Managers_and_strangers_see_nothing()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await InviteAsync(desk);
        Assert.Equal(AlertDesk.Refused, (await (await desk.SignInAsync()).TypeAsync("/funnel")).Card.Text);
        Assert.Equal(AlertDesk.Refused, (await new Talk(desk.Host, "1").TypeAsync("/funnel")).Card.Text);
    }

    [Fact]
    public void Every_button_fits_and_says_what_it_shows()
    {
        foreach (var split in Enum.GetValues<FunnelSplit>().Cast<FunnelSplit?>().Append(null))
        {
            foreach (var wantsFile in new[] { false, true })
            {
                var press = new FunnelPress(split, wantsFile, PeriodChoice.Own(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)), long.MaxValue, 99);
                Assert.InRange(Encoding.UTF8.GetByteCount(press.Data()), 1, CardLimits.ButtonData);
                Assert.Equal(press, FunnelPress.Read(press.Data()["c.funnel.".Length..]));
            }
        }

        Assert.Equal(new FunnelPress(), FunnelPress.Read("x.y.z.-1"));
    }

    // Receipts: two completed, one refused, one opened by nobody, one not delivered. A campaign of ten days ago: one delivered.
    private static async Task InviteAsync(AlertDesk desk)
    {
        var now = desk.Clock.GetUtcNow();
        await using var db = desk.Host.Open();
        db.Add(new CampaignRow { Id = 77, Name = "Осень", CreatedAt = now, StartAt = now });
        db.AddRange(Row(1, r => (r.OpenedAt, r.OpenedOn, r.StartedAt, r.CompletedAt) = (now, "telegram", now, now)));
        db.AddRange(Row(2, r => (r.ServiceId, r.OpenedAt, r.OpenedOn, r.StartedAt, r.CompletedAt) = (AlertDesk.Apostille, now, "page", now, now)));
        db.AddRange(Row(3, r => (r.OpenedAt, r.OpenedOn, r.RefusedAt) = (now, "web", now)));
        db.AddRange(Row(4, _ => { }), Row(5, r => r.ServiceId = AlertDesk.Apostille));
        db.Add(new InvitationMessageRow { InvitationId = 5, ConversationId = "t-1", State = MessageState.Failed, DueAt = now });
        db.AddRange(Row(6, r => (r.CampaignId, r.InvitedAt, r.DeliveredAt) = (77, now.AddDays(-10), now.AddDays(-10))));
        await db.SaveChangesAsync(Stop);

        InvitationRow Row(long id, Action<InvitationRow> change)
        {
            var row = new InvitationRow
            {
                Id = id,
                Token = string.Create(CultureInfo.InvariantCulture, $"token-{id}"),
                ReceiptRef = string.Create(CultureInfo.InvariantCulture, $"ref-{id}"),
                ServiceId = "601001",
                CreatedAt = now,
                InvitedAt = now,
                ExpiresAt = now.AddDays(30),
            };
            change(row);
            return row;
        }
    }
}
