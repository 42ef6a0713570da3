using System.Security.Cryptography;
using System.Text;
using Bot.Survey.Dialogs;

namespace Bot.Invitations.Places;

/// <summary>What the code that hangs in a place leaves decided. Anybody may use it any number of times.</summary>
/// <param name="ServiceId">The service; null: the person chooses.</param>
/// <param name="Form">The form of that service, or null.</param>
/// <param name="RegionId">The region, or null.</param>
/// <param name="Place">Short id of the place (see <see cref="PlaceOf"/>).</param>
/// <param name="GoodThrough">The last day, in Almaty, on which it can be used; null: no end.</param>
internal sealed record PlaceCode(string? ServiceId, string? Form, string? RegionId, string Place, DateOnly? GoodThrough = null)
{
    /// <summary>Bytes of a place's id, which is written in hexadecimal digits.</summary>
    public const int PlaceBytes = 4;

    public SurveyLink Link => new(SurveyLink.AtPlace, ServiceId, Form, RegionId, Place: Place);

    public bool IsOver(DateTimeOffset now) => GoodThrough < AlmatyTime.Day(now);

    /// <summary>The id of the place with that label: the same label names the same place.</summary>
    public static string PlaceOf(string label) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label)).AsSpan(0, PlaceBytes));
}
