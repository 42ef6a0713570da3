using Bot.Conversations.Routing;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Conversations.Turns;

/// <summary>Finds the command a message asks for, checks that it may be used, and runs it.</summary>
internal sealed class CommandTurns(CommandSet commands, IStaffSignIn signIn, ConversationStore store, TextCatalogue texts)
{
    private const string Help = "help";

    /// <summary>The command's result; null where its button is unknown.</summary>
    public async Task<CommandResult?> RunAsync(Turn turn, MessageRoute.Command route, string? languageHint, CancellationToken cancellationToken)
    {
        var command = commands.Find(route.Name) ?? (route.Pressed ? null : commands.Find(Help));
        if (command is null)
            return null;
        var staff = await store.StaffAsync(turn.Id, cancellationToken);
        var context = Context(turn, route.Arguments, route.Pressed, staff, languageHint);
        return command.Role is { } role && !MayUse(staff, role)
            ? new CommandResult(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language))
            : await command.ExecuteAsync(context, cancellationToken);
    }

    /// <summary>Gives a file to the command that takes such; null where the person may use none.</summary>
    public Task<CommandResult?> TakeAsync(Turn turn, SentFile file, string? languageHint, CancellationToken cancellationToken) =>
        TakeAsync(turn, commands.TakingFiles, context => context with { File = file }, languageHint, cancellationToken);

    /// <summary>Gives typed words to the command that takes questions; null where the person may use none.</summary>
    public Task<CommandResult?> AskAsync(Turn turn, string words, string? languageHint, CancellationToken cancellationToken) =>
        TakeAsync(turn, commands.TakingQuestions, context => context with { Arguments = words.Trim() }, languageHint, cancellationToken);

    /// <summary>The command whose card is shown, where words typed on it are meant for it.</summary>
    public string? WaitingForWords(Card? card)
    {
        var data = card?.Rows.SelectMany(row => row).FirstOrDefault()?.Data;
        return data is not null && MessageRouter.Of(new MessagePayload.Press(data)) is MessageRoute.Command shown && commands.Find(shown.Name) is { TakesWords: true } ? shown.Name : null;
    }

    /// <summary>Takes a text for a staff code; null where it is none.</summary>
    public Task<CommandResult?> TrySignInAsync(Turn turn, string text, string? languageHint, CancellationToken cancellationToken) =>
        signIn.TrySignInAsync(Context(turn, text, pressed: false, staff: null, languageHint), text, cancellationToken);

    private async Task<CommandResult?> TakeAsync(
        Turn turn, IEnumerable<ICommand> taking, Func<CommandContext, CommandContext> with, string? languageHint, CancellationToken cancellationToken)
    {
        if (await store.StaffAsync(turn.Id, cancellationToken) is not { } staff)
            return null;
        return taking.FirstOrDefault(c => c.Role is not { } role || MayUse(staff, role)) is { } command
            ? await command.ExecuteAsync(with(Context(turn, "", pressed: false, staff, languageHint)), cancellationToken)
            : null;
    }

    private CommandContext Context(Turn turn, string arguments, bool pressed, Staff? staff, string? languageHint) =>
        new(turn.Key, turn.Id, texts.Choose(turn.Row.Language, languageHint), arguments, pressed, staff);

    private static bool MayUse(Staff? staff, StaffRole role) => staff is not null && (staff.Role == role || staff.Role == StaffRole.Administrator);
}
