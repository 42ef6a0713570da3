using Bot.Persistence;
using Bot.Persistence.Entities;

namespace Bot.Scores;

/// <summary>
/// Brings a response into the scores and takes it out: sets <see cref="ResponseRow.Counted"/> and <see cref="ResponseRow.CountedAs"/> and gives the delta rows to save in the same
/// transaction. A response must leave before its service, form, region or time of submit is changed.
/// </summary>
internal static class ResponseCount
{
    /// <summary>Counts the response, which is not counted now, with these ratings.</summary>
    public static ScoreDeltaRow Enter(ResponseRow response, IEnumerable<KeyValuePair<string, int>> ratings, IdSource ids)
    {
        (response.Counted, response.CountedAs) = (RatingText.Write(ratings), CountedAs.Of(response));
        return Delta(response, 1, response.Counted, ids);
    }

    /// <summary>Takes the response out; null where it is not counted.</summary>
    public static ScoreDeltaRow? Leave(ResponseRow response, IdSource ids)
    {
        if (response.Counted is not { } ratings)
            return null;
        var delta = Delta(response, -1, ratings, ids);
        (response.Counted, response.CountedAs) = (null, null);
        return delta;
    }

    private static ScoreDeltaRow Delta(ResponseRow response, int sign, string ratings, IdSource ids) => new()
    {
        Id = ids.Next(),
        ServiceId = response.ServiceId ?? throw Unfinished("service"),
        Form = response.Form ?? throw Unfinished("form"),
        RegionId = response.RegionId ?? throw Unfinished("region"),
        Day = ScoreDay.Of(response.SubmittedAt ?? throw Unfinished("time of submit")),
        Sign = sign,
        Ratings = ratings,
        CountedAs = response.CountedAs ?? "",
    };

    private static InvalidOperationException Unfinished(string what) => new($"A response without a {what} cannot be counted.");
}
