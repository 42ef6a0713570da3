using System.Globalization;
using Bot.Conversations;
using Bot.Persistence.Entities;

namespace Bot.Managers;

/// <summary>A grant while an administrator puts it together by buttons: kept with the administrator, for a button's data has no room for it.</summary>
/// <param name="Id">Part of every button, so that the buttons of an earlier grant are stale. Each grant gives one code.</param>
/// <param name="Role">What it grants.</param>
/// <param name="Scope">For what; a manager's alone is ever less than everything.</param>
internal sealed record StaffDraft(long Id, StaffRole Role, StaffScope Scope)
{
    private const char Separator = '|';

    public static StaffDraft? Of(StaffMemberRow administrator) => administrator.Draft?.Split(Separator) is [var id, var role, var scope]
        ? new StaffDraft(long.Parse(id, CultureInfo.InvariantCulture), Enum.Parse<StaffRole>(role), StaffScope.Of(scope.Split(',')))
        : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}{Separator}{Role}{Separator}{Scope}");
}
