using Bot.Managers;
using Bot.Persistence.Entities;

namespace Bot.Alerts;

/// <summary>What a subscription is about: a service, a provider, or all services at a place.</summary>
/// <param name="Kind">service, provider, region, everything.</param>
/// <param name="Id">The service or the provider; else empty.</param>
/// <param name="Place">Whose responses count.</param>
internal sealed record SubscriptionTarget(string Kind, string Id, ScorePlace Place)
{
    public const string Service = "service";
    public const string Provider = "provider";
    public const string Region = "region";
    public const string Everything = "everything";

    public static SubscriptionTarget Of(SubscriptionRow row) => new(row.Kind, row.TargetId, new ScorePlace(row.RegionId is "" ? null : row.RegionId));

    public static SubscriptionTarget OfPlace(ScorePlace place) => new(place.Region is null ? Everything : Region, "", place.OfAllTime());

    /// <summary>Reads what <see cref="Data"/> wrote; null where nobody did.</summary>
    public static SubscriptionTarget? Read(string view, string? place, string id) => view switch
    {
        "s" => new(Service, id, ScorePlace.Read(place).OfAllTime()),
        "v" => new(Provider, id, ScorePlace.Read(place).OfAllTime()),
        "o" => OfPlace(ScorePlace.Read(place)),
        _ => null,
    };

    /// <summary>What a button of a score card carries that subscribes to what the card shows.</summary>
    /// <param name="view">The card's view: s, v or o.</param>
    public static string Data(string view, ScorePlace place, string id = "") => $"c.subscriptions.a.{view}.{place.Region ?? "-"}.{id}".TrimEnd('.');

    /// <summary>The card that shows it.</summary>
    public string Shows(ScorePlace place) => Kind switch
    {
        Service => place.Data("s", Id),
        Provider => place.Data("v", Id),
        _ => place.Data("o"),
    };

    public bool IsSeen(ScoreAccess access) => Kind switch
    {
        Service => access.SeesService(Id, Place),
        Provider => access.SeesProvider(Id, Place),
        _ => access.Sees(Place),
    };
}
