namespace Bot.Survey.Catalogue;

/// <summary>The ids of the forms, as in the catalogue, in imports and in the API.</summary>
public static class ServiceForms
{
    /// <summary>All forms, in the order in which they are shown.</summary>
    public static IReadOnlyList<ServiceForm> All { get; } = [ServiceForm.Electronic, ServiceForm.Paper, ServiceForm.Proactive];

    /// <summary>«electronic», «paper» or «proactive».</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no form.</exception>
    public static string Id(this ServiceForm form) => form switch
    {
        ServiceForm.Electronic => "electronic",
        ServiceForm.Paper => "paper",
        ServiceForm.Proactive => "proactive",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
    };

    /// <summary>Reads an id; false where it is none.</summary>
    public static bool TryParse(string? id, out ServiceForm form)
    {
        foreach (var one in All)
        {
            if (one.Id() == id)
            {
                form = one;
                return true;
            }
        }

        form = default;
        return false;
    }
}
