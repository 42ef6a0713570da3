using Bot.Scores;

namespace Bot.Managers.Pictures;

/// <summary>One score with its name.</summary>
/// <param name="Thin">Whether it is a thin criterion's.</param>
/// <param name="Within">The score that it is a part of: what is preliminary there is not called so again.</param>
/// <param name="IsWhole">Whether it stands over the rows that follow.</param>
/// <param name="Note">What else is to be said of it; null: nothing.</param>
internal sealed record PictureRow(string Label, ScoreView? Score, bool Thin = false, ScoreView? Within = null, bool IsWhole = false, string? Note = null)
{
    public bool IsUncertain => Score is { Status: not ScoreStatus.Shown } || Thin;
}
