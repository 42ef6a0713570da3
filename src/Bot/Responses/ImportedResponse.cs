namespace Bot.Responses;

/// <summary>One valid line of an import. Two lines with the same id must be equal.</summary>
/// <param name="Channel">How the service was obtained, or where the survey was answered.</param>
/// <param name="Ratings">As rows keep them: <c>item=5;item=4</c>.</param>
/// <param name="Comment">Empty where there is none.</param>
internal sealed record ImportedResponse(
    string Id, string ServiceId, string Form, string RegionId, string Channel, string Language, DateTimeOffset SubmittedAt, string Outcome, string Ratings, string Comment);
