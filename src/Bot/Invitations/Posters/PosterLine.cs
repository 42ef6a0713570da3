using Bot.Managers.Pictures;

namespace Bot.Invitations.Posters;

/// <param name="Style">Its size is in points.</param>
/// <param name="Before">Points of room above it.</param>
internal sealed record PosterLine(string Text, TextStyle Style, float Before = 0);
