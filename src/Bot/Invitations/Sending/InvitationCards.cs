using Bot.Conversations;
using Bot.Conversations.Commands;
using Bot.Hosting;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Invitations.Sending;

/// <summary>What an invitation or a reminder says, and its buttons.</summary>
internal sealed class InvitationCards(TextCatalogue texts, ServiceCatalogue catalogue, IOptions<SurveyOptions> options)
{
    /// <summary>How long a survey takes, as it is promised.</summary>
    private const int Minutes = 2;

    public Card Of(OutgoingMessage message)
    {
        var invitation = message.Invitation;
        var language = texts.Choose(message.Language, invitation.Language);
        var service = catalogue.FindService(invitation.ServiceId)?.ShortName[language] ?? invitation.ServiceId;
        var isBegun = invitation.StartedAt is not null;
        var text = message.Row.Number == 0 ? "invite.message" : isBegun ? "invite.remind_unfinished" : "invite.remind_not_started";
        return new Card(
            texts.Format(language, text, ("service", service), ("n", Minutes)) + "\n\n" + texts.Format(language, "invite.from", ("operator", options.Value.Operator)),
            [
                [Button(language, isBegun ? "flow.resume_yes" : "invite.button", StartCommand.Button + invitation.Token)],
                [Button(language, "invite.not_now", $"c.{InviteCommand.CommandName}.{InviteCommand.Later}.{invitation.Token}")],
                [Button(language, "invite.opt_out", $"c.{InviteCommand.CommandName}.{InviteCommand.Off}")],
            ],
            language);
    }

    private CardButton Button(string language, string key, string data) => new(texts.Get(language, key), data);
}
