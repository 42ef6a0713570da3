using Bot.Survey.Localization;

namespace Bot.Conversations;

internal static class LanguageChoice
{
    /// <summary>The first of the wishes that is a language of the texts («ru-KZ» wishes for «ru»); else the first language.</summary>
    public static string Choose(this TextCatalogue texts, params ReadOnlySpan<string?> wishes)
    {
        foreach (var wish in wishes)
        {
            if (wish is not { Length: >= 2 })
                continue;
            foreach (var language in texts.Languages)
            {
                if (language.Code == wish || wish.StartsWith(language.Code + "-", StringComparison.OrdinalIgnoreCase))
                    return language.Code;
            }
        }

        return texts.Languages[0].Code;
    }
}
