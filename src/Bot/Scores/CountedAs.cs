using Bot.Persistence.Entities;

namespace Bot.Scores;

/// <summary>
/// Of what kind a response was when it was counted: its parts, by which scores can be split. Kept beside the counted ratings, for the language of
/// a conversation may change later.
/// </summary>
internal static class CountedAs
{
    /// <summary>The dimensions in the order in which they are shown.</summary>
    public static readonly string[] Dimensions = ["outcome", "channel", "source", "language"];

    private const string Unknown = "unknown";

    public static string Of(ResponseRow response) => Of(response.Outcome, response.SurveyChannel, response.Source, response.Language);

    public static string Of(string? outcome, string channel, string source, string? language) =>
        string.Join(';', Dimensions.Zip([outcome, channel, source, language], (name, value) => $"{name}={value ?? Unknown}"));

    /// <summary><c>outcome=granted</c> and so on.</summary>
    public static string[] Parts(string countedAs) => countedAs.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
