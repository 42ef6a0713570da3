using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Cases;

/// <summary>Asks those to rate again who agreed to it, once each.</summary>
internal sealed class RequestSender(RatingRequests requests, Announcer announcer, ServiceCatalogue catalogue, TextCatalogue texts) : IAnnouncements
{
    public async Task SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var due in await requests.DueAsync(now, cancellationToken))
        {
            var reach = await announcer.FindAsync(due.ConversationId, due.Channel, cancellationToken);
            if (reach is not { Key: { } key, Now: true } || !await requests.ClaimAsync(due, now, cancellationToken))
                continue;
            if (await announcer.SendAsync(due.ConversationId, key, Card(due), cancellationToken) is { } later)
                await requests.PutOffAsync(due, later, cancellationToken);
        }
    }

    private Card Card(DueRequest due)
    {
        var language = texts.Choose(due.Language);
        var service = catalogue.FindService(due.ServiceId)?.ShortName[language] ?? due.ServiceId;
        return new Card(
            texts.Format(language, "again.ask", ("service", service), ("criterion", texts.Get(language, $"criteria.{due.Criterion}"))),
            [
                [new CardButton(texts.Get(language, "again.rate"), string.Create(CultureInfo.InvariantCulture, $"c.again.{due.Row.ResponseId}"))],
                [new CardButton(texts.Get(language, "again.no"), "c.again.no")],
            ],
            language);
    }
}
