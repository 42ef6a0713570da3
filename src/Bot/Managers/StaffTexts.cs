using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>What staff are told about their own rights.</summary>
internal sealed class StaffTexts(TextCatalogue texts, ServiceCatalogue catalogue)
{
    public Card SignedIn(StaffMemberRow member, string language)
    {
        var role = Enum.Parse<StaffRole>(member.Role);
        var text = texts.Format(
            language,
            "staff.signed_in",
            ("role", texts.Get(language, $"staff.role_{member.Role.ToLowerInvariant()}")),
            ("scope", Scope(StaffScope.Of(member.Scope.Split(',')), language)));
        return role is StaffRole.Coordinator
            ? Card.Plain(text, language)
            : new Card(text, [[new CardButton(texts.Get(language, "commands.scores"), "c.scores")]], language);
    }

    public string Scope(StaffScope scope, string language)
    {
        var names = scope.Services.Select(id => catalogue.FindService(id)?.ShortName)
            .Concat(scope.Providers.Select(id => catalogue.FindProvider(id)?.ShortName))
            .Concat(scope.Regions.Select(id => catalogue.FindRegion(id)?.Name))
            .OfType<LocalText>().Select(name => name[language]);
        return string.Join(", ", [
            .. scope.IsEverything ? [texts.Get(language, "staff.scope_all")] : names,
            .. scope.SeesSensitive ? [texts.Get(language, "staff.scope_sensitive")] : Array.Empty<string>()]);
    }
}
