namespace Bot.Managers.Pictures;

/// <summary>For whom a picture is drawn.</summary>
/// <param name="Place">Whose responses are counted.</param>
/// <param name="UpdatedAt">When the scores were computed; null: not known.</param>
internal sealed record PictureReader(ScorePlace Place, string Language, DateTimeOffset? UpdatedAt);
