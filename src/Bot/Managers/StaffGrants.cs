using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;

namespace Bot.Managers;

/// <summary>What the buttons and words of an administrator do to the grant that is being put together.</summary>
internal sealed class StaffGrants(
    StaffDrafts drafts, StaffCards staffCards, StaffScopeCards cards, ServiceCatalogue catalogue, CatalogueSearch search)
{
    public async Task<Card> BeginAsync(long administrator, StaffRole role, string language, CancellationToken cancellationToken) =>
        cards.Draft(await drafts.BeginAsync(administrator, role, cancellationToken), language);

    /// <summary>Null where the button belongs to no grant, or to an earlier one.</summary>
    public async Task<Card?> PressedAsync(long administrator, string act, long id, string argument, string language, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(administrator, cancellationToken) is not { } draft || draft.Id != id)
            return null;
        if (act == "k")
            return staffCards.Code(draft, await drafts.CodeAsync(draft, FormattableString.Invariant($"staff:{administrator}"), cancellationToken), language);
        if (act is not "d" && draft.Role is StaffRole.Manager)
            return await ScopeAsync(administrator, draft, act, argument, language, cancellationToken);
        return act is "d" ? cards.Draft(draft, language) : null;
    }

    /// <summary>What fits the words and can be granted; null where nothing is being granted to a manager.</summary>
    public async Task<Card?> FoundAsync(long administrator, string words, string language, CancellationToken cancellationToken) =>
        await drafts.FindAsync(administrator, cancellationToken) is { Role: StaffRole.Manager } draft ? cards.Found(draft, search.Find(words), language) : null;

    private async Task<Card?> ScopeAsync(long administrator, StaffDraft draft, string act, string argument, string language, CancellationToken cancellationToken)
    {
        if (act == "c")
            return cards.Draft(await SaveAsync(administrator, draft, StaffScope.Everything, cancellationToken), language);
        if (ScopeKind.Find(act) is { } list)
            return cards.Choose(draft, list, int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0, language);
        if (act is not [('a' or 'd') and var change, var mark] || ScopeKind.Find(mark.ToString()) is not { } kind)
            return null;
        if (kind.Change(draft.Scope, argument, change == 'a', catalogue) is not { } scope)
            return null;
        return cards.Choose(await SaveAsync(administrator, draft, scope, cancellationToken), kind, cards.PageOf(kind, argument, language), language);
    }

    private async Task<StaffDraft> SaveAsync(long administrator, StaffDraft draft, StaffScope scope, CancellationToken cancellationToken)
    {
        var changed = draft with { Scope = scope };
        await drafts.SaveAsync(administrator, changed, cancellationToken);
        return changed;
    }
}
