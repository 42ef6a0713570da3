using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>What staff are told about their own rights.</summary>
internal sealed class StaffTexts(TextCatalogue texts, ServiceCatalogue catalogue)
{
    private const int NamesInList = 3;

    public Card SignedIn(StaffMemberRow member, string language)
    {
        var role = Enum.Parse<StaffRole>(member.Role);
        var text = texts.Format(
            language,
            "staff.signed_in",
            ("role", texts.Get(language, $"staff.role_{member.Role.ToLowerInvariant()}")),
            ("scope", Scope(StaffScope.Of(member.Scope.Split(',')), language)));
        // Words typed below a card are for its first button: for coordinators the one where they do least.
        string[] offered = role is StaffRole.Coordinator ? ["links", "campaigns", "help"] : ["scores", "help"];
        return new Card(text, [.. offered.Select(name => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(language, "commands." + name), "c." + name)])], language);
    }

    public string Scope(StaffScope scope, string language) =>
        string.Join(", ", (scope.IsEverything ? [texts.Get(language, "staff.scope_all")] : Names(scope, language)).Concat(Sensitive(scope, language)));

    /// <summary>The first names of a scope and how many more there are.</summary>
    public string ShortScope(StaffScope scope, string language)
    {
        var names = Names(scope, language).ToList();
        return names.Count <= NamesInList
            ? Scope(scope, language)
            : texts.Format(language, "staff.scope_more", ("names", string.Join(", ", names.Take(NamesInList))), ("n", names.Count - NamesInList));
    }

    private IEnumerable<string> Sensitive(StaffScope scope, string language) => scope.SeesSensitive ? [texts.Get(language, "staff.scope_sensitive")] : [];

    private IEnumerable<string> Names(StaffScope scope, string language) => scope.Services.Select(id => catalogue.FindService(id)?.ShortName)
        .Concat(scope.Providers.Select(id => catalogue.FindProvider(id)?.ShortName))
        .Concat(scope.Regions.Select(id => catalogue.FindRegion(id)?.Name))
        .OfType<LocalText>().Select(name => name[language]);
}
