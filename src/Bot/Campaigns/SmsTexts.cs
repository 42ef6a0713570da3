using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Localization;

namespace Bot.Campaigns;

/// <summary>Texts for a gateway: two parts of an SMS in Cyrillic at most, link and all. Where there is too little room the service's name is cut, at a word.</summary>
internal sealed class SmsTexts(TextCatalogue texts, ServiceCatalogue catalogue)
{
    /// <summary>Two joined parts of 67 UCS-2 characters.</summary>
    public const int Longest = 134;

    // A survey takes about ninety seconds.
    private const int Minutes = 2;
    private const int ShortestName = 12;

    public string Invite(InvitationRow invitation, string link) => Of("invite.sms", invitation, link);

    /// <summary>Another text for who has begun and not ended.</summary>
    public string Remind(InvitationRow invitation, string link) => Of(invitation.StartedAt is null ? "invite.sms_not_started" : "invite.sms_unfinished", invitation, link);

    private string Of(string key, InvitationRow invitation, string link)
    {
        var language = texts.Languages.Any(l => l.Code == invitation.Language) ? invitation.Language! : texts.Languages[0].Code;
        var name = catalogue.FindService(invitation.ServiceId)?.ShortName[language] ?? invitation.ServiceId;
        var text = Fill(name);
        return text.Length <= Longest ? text : Fill(Cut(name, Math.Max(ShortestName, name.Length - (text.Length - Longest))));

        string Fill(string service) => texts.Format(language, key, ("service", service), ("n", Minutes), ("link", link));
    }

    private static string Cut(string name, int longest)
    {
        if (name.Length <= longest)
            return name;
        var head = name.AsSpan(0, longest - 1);
        var end = name[longest - 1] == ' ' ? head.Length : head.LastIndexOf(' ');
        return string.Concat((end > 0 ? head[..end] : head).TrimEnd([' ', ',', ':', '-']), "…");
    }
}
