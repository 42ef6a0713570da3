using Microsoft.Extensions.Options;

namespace Bot.Comments;

/// <summary>When comments are shown. Section <c>Comments</c>.</summary>
internal sealed class CommentsOptions
{
    public const string Section = "Comments";

    /// <summary>Respondents of a cell under which its comments and reasons are hidden from everybody: 1–1000, 10 by default.</summary>
    public int MinimumToShow { get; set; } = 10;
}

internal sealed class CommentsOptionsValidator : IValidateOptions<CommentsOptions>
{
    public ValidateOptionsResult Validate(string? name, CommentsOptions options) =>
        options.MinimumToShow is >= 1 and <= 1000
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Comments:MinimumToShow must be 1 to 1000, but is {options.MinimumToShow}.");
}
