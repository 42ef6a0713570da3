using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Commands;

/// <summary>The buttons that lead staff to their work: not every chat lists the commands.</summary>
internal static class StaffOffer
{
    public static IEnumerable<IReadOnlyList<CardButton>> Buttons(StaffRole? role, TextCatalogue texts, string language) =>
        Names(role).Select(name => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(language, "commands." + name), "c." + name)]);

    // Words typed below a card are for its first button: for coordinators the one where they do least.
    private static string[] Names(StaffRole? role) => role switch
    {
        StaffRole.Coordinator => ["links", "campaigns", "funnel"],
        StaffRole.Manager => ["scores"],
        StaffRole.Administrator => ["scores", "links", "campaigns", "funnel", "staff"],
        _ => [],
    };
}
