namespace Bot.Managers;

/// <summary>What a pressed button of a score card asks for.</summary>
/// <param name="View">Which card.</param>
/// <param name="WantsPicture">Whether its picture is wanted too.</param>
/// <param name="Place">Whose responses; null where the button does not say.</param>
/// <param name="Id">The service, the provider or the page; empty where none.</param>
/// <param name="Mark">The form, as the card marks it; null: any.</param>
internal sealed record ScorePress(string View, bool WantsPicture, ScorePlace? Place, string Id, string? Mark)
{
    private const char Picture = 'g';

    public static ScorePress Read(string arguments)
    {
        var parts = arguments.Split('.');
        var wantsPicture = parts[0].StartsWith(Picture);
        return new ScorePress(
            wantsPicture ? parts[0][1..] : parts[0],
            wantsPicture,
            parts.Length > 1 ? ScorePlace.Read(parts[1]) : null,
            parts.ElementAtOrDefault(2) ?? "",
            parts.ElementAtOrDefault(3));
    }

    /// <summary>The view of a button that asks for the picture of <paramref name="view"/>.</summary>
    public static string PictureOf(string view) => Picture + view;
}
