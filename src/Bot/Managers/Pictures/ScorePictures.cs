namespace Bot.Managers.Pictures;

/// <summary>The pictures of all score cards.</summary>
internal sealed record ScorePictures(OverviewPictures Overviews, ServicePictures Services);
