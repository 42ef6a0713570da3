using System.Globalization;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Commands;

/// <summary>Erases everything of the person, after asking. The «yes» is good for some minutes: an old one found by chance asks again.</summary>
internal sealed class ForgetCommand(PersonalData data, TextCatalogue texts, TimeProvider time) : ICommand
{
    private const string Yes = "yes-";
    private const int GoodForMinutes = 15;
    private const string No = "no";

    public string Name => "forget";

    public StaffRole? Role => null;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        switch (context)
        {
            case { Pressed: true } when IsFresh(context.Arguments):
                await data.EraseAsync(context.ConversationId, cancellationToken);
                return Say(context, "data.forget_done", ("flow.start", "c.start"));
            case { Pressed: true, Arguments: No }:
                return Say(context, "data.forget_kept", ("commands.start", "c.start"));
            default:
                return Say(context, "data.forget_confirm", ("data.forget_yes", "c.forget." + Yes + Minute.ToString(CultureInfo.InvariantCulture)), ("data.forget_no", "c.forget." + No));
        }
    }

    private long Minute => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    private bool IsFresh(string arguments) =>
        arguments.StartsWith(Yes, StringComparison.Ordinal)
        && long.TryParse(arguments.AsSpan(Yes.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        && Minute - asked is >= 0 and <= GoodForMinutes;

    private CommandResult Say(CommandContext context, string key, params (string Key, string Data)[] buttons) => new(new Card(
        texts.Get(context.Language, key),
        [.. buttons.Select(b => (IReadOnlyList<CardButton>)[new CardButton(texts.Get(context.Language, b.Key), b.Data)])],
        context.Language));
}
