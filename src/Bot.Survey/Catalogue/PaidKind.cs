namespace Bot.Survey.Catalogue;

/// <summary>Whether recipients pay for a service.</summary>
public enum PaidKind
{
    /// <summary>Always free: cost is not rated.</summary>
    No,

    /// <summary>Always paid: cost is rated.</summary>
    Yes,

    /// <summary>Only some pay: the recipient is asked.</summary>
    Depends,
}
