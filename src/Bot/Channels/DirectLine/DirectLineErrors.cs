using Bot.Channels.DirectLine.Protocol;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Channels.DirectLine;

/// <summary>Refusals in the protocol's form.</summary>
internal static class DirectLineErrors
{
    public static IResult BadSyntax => Refuse(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not an activity in JSON.");

    public static IResult NoType => Refuse(StatusCodes.Status400BadRequest, "MissingProperty", "The activity has no type.");

    public static IResult NoContent => Refuse(StatusCodes.Status400BadRequest, "MissingProperty", "The message has neither text nor value nor attachments.");

    public static IResult BadStart => Refuse(StatusCodes.Status400BadRequest, "BadArgument", "The start payload may have 1–64 of A–Z, a–z, 0–9, _ and -.");

    public static IResult NoSocket => Refuse(StatusCodes.Status400BadRequest, "BadArgument", "The stream is read over a WebSocket.");

    public static IResult NoToken => Refuse(StatusCodes.Status401Unauthorized, "Unauthorized", "There is no bearer token.");

    // 403, not 401: this is what makes a client get a new token, whatever is wrong with the old one.
    public static IResult BadToken => Refuse(StatusCodes.Status403Forbidden, "BadArgument", "The token is not one of ours.");

    public static IResult TokenExpired => Refuse(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static IResult ForeignConversation => Refuse(StatusCodes.Status403Forbidden, "BadArgument", "The token is for another conversation.");

    public static IResult ForeignOrigin => Refuse(StatusCodes.Status403Forbidden, "Forbidden", "Tokens are given to pages of this address only.");

    public static IResult TooLarge => Refuse(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The activity is larger than 256 kB.");

    public static IResult TooFast(string message) => Refuse(StatusCodes.Status429TooManyRequests, "TooManyRequests", message);

    public static IResult Failed(string message) => Refuse(StatusCodes.Status503ServiceUnavailable, "ServiceError", message);

    private static JsonHttpResult<ErrorBody> Refuse(int status, string code, string message) =>
        TypedResults.Json(new ErrorBody(new(code, message)), DirectLineWriter.Json.ErrorBody, statusCode: status);
}
