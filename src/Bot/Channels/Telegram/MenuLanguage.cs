using Bot.Survey.Localization;

namespace Bot.Channels.Telegram;

/// <param name="Text">The language of the texts.</param>
/// <param name="Telegram">For clients in this language; null: for all that are in none of ours.</param>
internal readonly record struct MenuLanguage(string Text, string? Telegram)
{
    public static IEnumerable<MenuLanguage> Of(TextCatalogue texts) =>
        texts.Languages.Select(language => new MenuLanguage(language.Code, language.Code)).Append(new MenuLanguage(texts.Languages[0].Code, null));
}
