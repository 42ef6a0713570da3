using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>The cards of /staff about those who are signed in. Nothing on them says who somebody is: a role, a scope and a day.</summary>
internal sealed class StaffCards(TextCatalogue texts, StaffTexts staffTexts)
{
    private const int PageSize = 8;

    public Card List(IReadOnlyList<StaffMemberRow> members, long own, int page, string language)
    {
        var pages = Math.Max(1, (members.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = members.Index().Skip(page * PageSize).Take(PageSize).ToList();
        List<string> lines = [texts.Format(language, "staff.title", ("n", members.Count))];
        if (pages > 1)
            lines.Add(Page(page, pages, language));
        lines.AddRange(["", .. shown.Select(m => $"{m.Index + 1}. {Described(m.Item, own, language)}")]);
        IReadOnlyList<CardButton>[] rows =
        [
            [new CardButton(texts.Get(language, "staff.new"), "c.staff.n")],
            .. shown.Select(m => new CardButton((m.Index + 1).ToString(CultureInfo.InvariantCulture), Data("m", m.Item.Id), Described(m.Item, own, language))).Chunk(4),
            [.. new[] { (Label: "←", To: page - 1), (Label: "→", To: page + 1) }.Where(t => t.To >= 0 && t.To < pages)
                .Select(t => new CardButton(t.Label, Data("l", t.To), Page(t.To, pages, language)))],
        ];
        return new Card(string.Join('\n', lines), [.. rows.Where(row => row.Count > 0)], language);
    }

    public Card Member(StaffMemberRow member, long own, string language) => new(
        $"{Described(member, own, language)}\n\n{Scope(member, language, whole: true)}",
        [[new CardButton(texts.Get(language, "staff.revoke"), Data("x", member.Id))], [ToList(language)]],
        language);

    /// <param name="isLast">Whether nobody could make a code in chat any more.</param>
    public Card ConfirmRevoke(StaffMemberRow member, long own, bool isLast, string language)
    {
        var key = isLast ? "staff.revoke_last" : member.Id == own ? "staff.revoke_own" : "staff.revoke_confirm";
        return new Card(
            $"{Described(member, own, language)}\n\n{texts.Get(language, key)}",
            [[new CardButton(texts.Get(language, "staff.revoke_yes"), Data("y", member.Id))], [new CardButton(texts.Get(language, "flow.cancel"), Data("m", member.Id))]],
            language);
    }

    public Card Roles(string language) => new(
        texts.Get(language, "staff.choose_role"),
        [
            .. Enum.GetNames<StaffRole>().Select(name => name.ToLowerInvariant()).Select(role => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(language, "staff.role_" + role), "c.staff.r." + role)]),
            [ToList(language)],
        ],
        language);

    /// <param name="draft">What the code grants.</param>
    /// <param name="code">The code; null: it is used or too old.</param>
    /// <param name="language">Language of the reader.</param>
    public Card Code(StaffDraft draft, string? code, string language)
    {
        var said = code is null
            ? texts.Get(language, "staff.code_gone")
            : texts.Format(
                language, "staff.code_made", ("code", code), ("n", (int)StaffCode.Term.TotalMinutes), ("role", Role(draft.Role.ToString(), language)),
                ("scope", staffTexts.Scope(draft.Scope, language)));
        return new Card(ScoreCard.Cut(said), [[new CardButton(texts.Get(language, "staff.new"), "c.staff.n")], [ToList(language)]], language);
    }

    public CardButton ToList(string language) => new("« " + texts.Get(language, "commands.staff"), "c.staff.l.0");

    private static string Data(string act, long number) => string.Create(CultureInfo.InvariantCulture, $"c.staff.{act}.{number}");

    private string Role(string role, string language) => texts.Get(language, "staff.role_" + role.ToLowerInvariant());

    private string Page(int page, int pages, string language) => texts.Format(language, "manager.page", ("i", page + 1), ("n", pages));

    private string Described(StaffMemberRow member, long own, string language)
    {
        var since = texts.Format(language, "staff.since", ("date", texts.DateWithYear(language, AlmatyTime.Day(member.GrantedAt))));
        IEnumerable<string> parts = [Role(member.Role, language), Scope(member, language, whole: false), since];
        return string.Join(" · ", member.Id == own ? parts.Append(texts.Get(language, "staff.you")) : parts);
    }

    private string Scope(StaffMemberRow member, string language, bool whole)
    {
        var scope = StaffScope.Of(member.Scope.Split(','));
        return whole ? texts.Format(language, "manager.scope", ("scope", staffTexts.Scope(scope, language))) : staffTexts.ShortScope(scope, language);
    }
}
