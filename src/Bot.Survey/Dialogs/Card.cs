namespace Bot.Survey.Dialogs;

/// <summary>What a conversation shows at one moment: a text and the buttons under it. The same on every channel.</summary>
/// <param name="Text">Plain text in the reader's language, 1–4096 characters.</param>
/// <param name="Rows">Buttons, row by row, top to bottom; empty where nothing is to be pressed.</param>
/// <param name="Language">Language code of the text, for the screen reader and the input field of a page.</param>
/// <param name="AcceptsText">Whether an answer may be typed.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Maximum">Most characters of a typed text, or the largest number; 0: as many as the channel takes.</param>
public sealed record Card(
    string Text, IReadOnlyList<IReadOnlyList<CardButton>> Rows, string Language, bool AcceptsText = false, CardKind Kind = CardKind.Menu, int Maximum = 0)
{
    /// <summary>Whether the survey needs nothing more from the person now: submitted, refused, withdrawn, waiting. What the card still asks is optional.</summary>
    public bool IsEnd { get; init; }

    /// <summary>The button that a text typed below the card means (see <see cref="TypedAnswers.Button"/>); null: none.</summary>
    /// <param name="text">The text as received.</param>
    public CardButton? FindTyped(string text) => TypedAnswers.Button(text, this);

    /// <summary>Whether people could not tell the two apart: the same text, the same buttons.</summary>
    /// <param name="other">The other card.</param>
    public bool LooksLike(Card other) =>
        ReferenceEquals(this, other)
        || (Text == other.Text && Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(rows => rows.First.SequenceEqual(rows.Second)));

    /// <summary>A card without buttons.</summary>
    public static Card Plain(string text, string language) => new(text, [], language);
}
