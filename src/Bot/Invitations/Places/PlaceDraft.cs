using System.Globalization;

namespace Bot.Invitations.Places;

/// <summary>The code of a place while a coordinator puts it together: kept with the coordinator, for a button's data has no room for the label.</summary>
/// <param name="Id">Part of every button, so that the buttons of an earlier code are stale.</param>
/// <param name="Asks">What typed words mean: <see cref="Label"/>, <see cref="Services"/> or <see cref="Regions"/>.</param>
/// <param name="Named">The label of the place; empty: none yet.</param>
internal sealed record PlaceDraft(long Id, string Asks, string? ServiceId = null, string? Form = null, string? RegionId = null, DateOnly? GoodThrough = null, string Named = "")
{
    public const string Label = "l";
    public const string Services = "s";
    public const string Regions = "g";
    private const string Kind = "place";
    private const char Separator = '|';
    private const int Parts = 8;
    private const string Day = "yyyy-MM-dd";

    /// <summary>The code; null while it has no label.</summary>
    public PlaceCode? Code => Named.Length == 0 ? null : new PlaceCode(ServiceId, Form, RegionId, PlaceCode.PlaceOf(Named), GoodThrough);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static PlaceDraft? Of(string? text) => text?.Split(Separator, Parts) is [Kind, var id, var asks, var service, var form, var region, var day, var label]
        ? new PlaceDraft(
            long.Parse(id, CultureInfo.InvariantCulture), asks, Given(service), Given(form), Given(region),
            day.Length == 0 ? null : DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture), label)
        : null;

    public override string ToString() => string.Join(
        Separator, Kind, Id.ToString(CultureInfo.InvariantCulture), Asks, ServiceId, Form, RegionId, GoodThrough?.ToString(Day, CultureInfo.InvariantCulture), Named);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
