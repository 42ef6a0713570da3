namespace Bot.Survey.Dialogs;

/// <summary>What the link that opened a survey leaves decided.</summary>
/// <param name="Source">How the person came: <c>receipt</c>, <c>invitation</c>, <see cref="AtPlace"/>, <c>open</c> or <see cref="Again"/>.</param>
/// <param name="ServiceId">Service id in the catalogue, or null.</param>
/// <param name="Form">Form, or null.</param>
/// <param name="RegionId">Region id, or null.</param>
/// <param name="InvitationId">Invitation, or null.</param>
/// <param name="UsedChannel">Option key of the question <c>channel</c>, where the service system knows it, or null.</param>
/// <param name="Place">Short id of the place whose code was used, or null.</param>
/// <param name="Token">The code in the invitation's link, or null.</param>
/// <param name="Since">When the application was filed, at the latest: the service's term counts from it; null: not known.</param>
public sealed record SurveyLink(
    string Source, string? ServiceId = null, string? Form = null, string? RegionId = null, long? InvitationId = null, string? UsedChannel = null, string? Place = null,
    string? Token = null, DateTimeOffset? Since = null)
{
    /// <summary>Source of who was asked to rate again what they had rated low.</summary>
    public const string Again = "again";

    /// <summary>Source of who came by the code that hangs in a place.</summary>
    public const string AtPlace = "place";

    /// <summary>The person came by themselves and everything is open.</summary>
    public static SurveyLink None { get; } = new("open");
}
