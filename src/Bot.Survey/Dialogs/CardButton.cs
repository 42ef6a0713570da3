namespace Bot.Survey.Dialogs;

/// <summary>A button of a <see cref="Card"/>.</summary>
/// <param name="Text">The label, at most <see cref="CardLimits.ButtonText"/> characters.</param>
/// <param name="Data">What comes back when it is pressed, 1–64 bytes of ASCII: ids only, never text.</param>
/// <param name="Spoken">What a screen reader says and a transcript shows, where the label alone says too little; null: the label.</param>
public sealed record CardButton(string Text, string Data, string? Spoken = null)
{
    /// <summary>Whether it is an answer to the card's question, and no control («back») or command.</summary>
    public bool IsAnswer => ButtonData.TryParse(Data, out var data) && data.Value.Question != ButtonData.Control;
}
