using Bot.Survey.Catalogue;

namespace Bot.Scores;

/// <summary>Takes one form out of scores over all forms, after the gate: the gate hides one form for the sake of another.</summary>
internal static class FormSlice
{
    /// <param name="form">A form; null: the scores as they are.</param>
    public static ServiceScores Of(ServiceScores scores, string? form)
    {
        if (form is null)
            return scores;
        var only = scores.Forms.GetValueOrDefault(form);
        return scores with
        {
            Respondents = only is null ? 0 : only.Respondents,
            Score = only?.Score,
            WithoutThin = only?.WithoutThin,
            Weighted = only?.Weighted,
            Splits = null,
            Criteria = only?.Criteria.ToDictionary(c => c.Key, c => c.Value.Score, StringComparer.Ordinal) ?? [],
            Providers = only?.Providers.ToDictionary(p => p.Key, p => p.Value.Score, StringComparer.Ordinal) ?? [],
            Forms = scores.Forms.Where(f => f.Key == form).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <param name="ranks">Whether a score takes a place in the rating.</param>
    public static RegionRating Of(RegionRating rating, string? form, Func<ScoreView, bool> ranks)
    {
        if (form is null)
            return rating;
        var rows = rating.Rows.Select(r => Only(r, form)).ToList();
        var ranked = rows.Where(r => r.Region != Region.Unknown && r.Combined is { Mean: not null } score && ranks(score))
            .OrderByDescending(r => r.Combined?.Mean).ThenByDescending(r => r.Combined?.Full)
            .Select((r, i) => r with { Rank = i + 1 }).ToList();
        var places = ranked.Select(r => r.Region).ToHashSet(StringComparer.Ordinal);
        return rating with { Rows = [.. ranked, .. rows.Where(r => !places.Contains(r.Region)).OrderBy(r => r.Combined is null)] };
    }

    private static RegionRow Only(RegionRow row, string form)
    {
        var electronic = form == ServiceForm.Electronic.Id() ? row.Electronic : null;
        var paper = form == ServiceForm.Paper.Id() ? row.Paper : null;
        var proactive = form == ServiceForm.Proactive.Id() ? row.Proactive : null;
        return row with { Rank = null, Electronic = electronic, Paper = paper, Proactive = proactive, Combined = electronic ?? paper ?? proactive };
    }
}
