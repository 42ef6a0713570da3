using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels.Page;

/// <summary>What a form of a page brought.</summary>
/// <param name="At">The stamp of the card that it stood on, or a random one where the card has none.</param>
/// <param name="Data">The button or the radio button; null: none.</param>
/// <param name="Text">What was typed; null: nothing.</param>
/// <param name="Carried">The person's sealed id; null: none.</param>
internal sealed record PageForm(string At, string? Data, string? Text, string? Carried)
{
    public const string AtField = "at";
    public const string DataField = "data";
    public const string TextField = "text";
    public const string CarriedField = "person";

    public static async Task<PageForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return new PageForm("", null, null, null);
        var form = await request.ReadFormAsync(cancellationToken);
        var data = form[DataField].ToString();
        var text = form[TextField].ToString().ReplaceLineEndings("\n").Trim();
        return new PageForm(
            form[AtField].ToString(),
            IsButtonData(data) ? data : null,
            text.Length is > 0 and <= CardLimits.Text ? text : null,
            form[CarriedField] is [{ Length: > 0 } carried] ? carried : null);
    }

    public MessagePayload? Payload => Data is not null ? new MessagePayload.Press(PageCommands.IsCommand(Data) && !PageCommands.MayPress(Data) ? "" : Data)
        : Text is not null ? new MessagePayload.Answer(Text, At)
        : null;

    /// <summary>The same form sent twice is one update.</summary>
    public string UpdateId(string part) => $"{At}\n{part}\n{Data}\n{Text}";

    private static bool IsButtonData(string text) => text.Length is > 0 and <= CardLimits.ButtonData && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
