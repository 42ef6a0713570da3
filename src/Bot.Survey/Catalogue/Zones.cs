namespace Bot.Survey.Catalogue;

/// <summary>The parts of a form for which a provider answers.</summary>
public static class Zones
{
    /// <summary>The entire form: one body answers for all of it.</summary>
    public const string Whole = "whole";

    /// <summary>The portal or application of the electronic form.</summary>
    public const string Portal = "portal";

    /// <summary>The counter of the paper form.</summary>
    public const string FrontOffice = "front_office";

    /// <summary>The body that decides.</summary>
    public const string Authority = "authority";

    /// <summary>The zones that must be answered for in <paramref name="form"/> where no provider answers for the whole.</summary>
    public static IReadOnlyList<string> Of(ServiceForm form) => form switch
    {
        ServiceForm.Electronic => [Portal, Authority],
        ServiceForm.Paper => [FrontOffice, Authority],
        _ => [Authority],
    };
}
