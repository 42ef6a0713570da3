namespace Bot.Survey.Catalogue;

/// <summary>A body answerable for a zone of services.</summary>
/// <param name="Id">Its id, never changed: stored scores carry it.</param>
/// <param name="Name">Its full name.</param>
/// <param name="ShortName">A name for buttons and tables.</param>
/// <param name="ByRegion">Whether each region has its own, as with clinics.</param>
public sealed record Provider(string Id, LocalText Name, LocalText ShortName, bool ByRegion);
