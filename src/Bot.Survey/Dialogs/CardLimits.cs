namespace Bot.Survey.Dialogs;

/// <summary>Limits that a card keeps so that every channel can show it.</summary>
public static class CardLimits
{
    /// <summary>Characters of a text: Telegram's limit of a message.</summary>
    public const int Text = 4096;

    /// <summary>Characters of a button's label: what a phone 360 points wide shows of a full-width button.</summary>
    public const int ButtonText = 40;

    /// <summary>Bytes of a button's data: Telegram's limit of callback_data.</summary>
    public const int ButtonData = 64;
}
