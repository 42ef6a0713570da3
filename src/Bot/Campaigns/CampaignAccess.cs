using Bot.Conversations;
using Bot.Managers;
using Bot.Survey.Catalogue;

namespace Bot.Campaigns;

/// <summary>Whom a staff member may invite: recipients of the services of the scope, of the services its providers answer for, and from its regions.</summary>
internal sealed class CampaignAccess
{
    private readonly StaffScope _scope;
    private readonly HashSet<string> _services;

    public CampaignAccess(Staff staff, ServiceCatalogue catalogue)
    {
        Staff = staff;
        _scope = staff.Role is StaffRole.Administrator ? StaffScope.Everything : StaffScope.Of(staff.Scope);
        _services = [.. catalogue.Services.Where(IsWhole).Select(service => service.Id)];
    }

    public Staff Staff { get; }

    public bool IsEverything => _scope.IsEverything;

    public bool Allows(string service, string region) => _services.Contains(service) || _scope.Regions.Contains(region);

    public static bool IsGranted(Staff? staff) => staff is { Role: StaffRole.Coordinator or StaffRole.Administrator };

    private bool IsWhole(Service service) =>
        _scope.IsEverything || _scope.Services.Contains(service.Id) || service.Providers.Values.Any(zones => zones.Values.Any(_scope.Providers.Contains));
}
