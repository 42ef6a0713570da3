using Bot.Conversations.Commands;
using Bot.Conversations.Routing;
using Bot.Hosting;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Turns;

/// <summary>What a person's message does to a turn.</summary>
internal sealed class MessagePlayer(
    CommandTurns commands, SurveyOpening opening, SurveySteps steps, DialogEngine engine, ContactBook contacts, ConversationStore store, TextCatalogue texts, IOptions<SurveyOptions> options)
{
    private const string Start = "start";

    /// <param name="turn">The turn.</param>
    /// <param name="message">The message.</param>
    /// <param name="played">What a command gave at an earlier try of this turn: a command runs once a message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task PlayAsync(Turn turn, IncomingMessage message, PlayedCommand played, CancellationToken cancellationToken)
    {
        switch (RouteOf(turn, message.Payload))
        {
            case MessageRoute.Reachability { Blocked: var blocked }:
                turn.IsSilent = true;
                await contacts.BlockAsync(turn, blocked, cancellationToken);
                break;
            case MessageRoute.Command command:
                await CommandAsync(turn, message, command, played, cancellationToken);
                break;
            case MessageRoute.File { Value: var file }:
                await FileAsync(turn, message, file, played, cancellationToken);
                break;
            case MessageRoute.Input { Value: var input }:
                await InputAsync(turn, message, input, played, cancellationToken);
                break;
        }
    }

    /// <summary>The card goes out in a new message although the survey has not changed: the copies shown before are stale from now on.</summary>
    public async Task RedrawAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsSilent || turn.Survey is not { Dropped: false, IsChanged: false, Before: not null })
            return;
        await steps.StepAsync(turn, new DialogInput.Redraw(), cancellationToken);
        turn.RecordUpdate = true;
    }

    // On a command's card, too, a button may be typed: whoever says «yes» to «erase?» shall not be shown services instead.
    private MessageRoute RouteOf(Turn turn, MessagePayload payload)
    {
        var route = MessageRouter.Of(payload);
        if (payload is MessagePayload.Answer || route is not MessageRoute.Input { Value: DialogInput.Text text })
            return route;
        if (turn.LastCard?.FindTyped(text.Value) is { } button && MessageRouter.Of(new MessagePayload.Press(button.Data)) is MessageRoute.Command pressed)
            return pressed;
        return commands.WaitingForWords(turn.LastCard) is { } command ? new MessageRoute.Command(command, text.Value.Trim(), Pressed: false) : route;
    }

    private async Task CommandAsync(Turn turn, IncomingMessage message, MessageRoute.Command command, PlayedCommand played, CancellationToken cancellationToken)
    {
        if (command is { Name: Start, Arguments.Length: > 0 })
        {
            if (await played.OnceAsync(() => commands.TrySignInAsync(turn, command.Arguments, message.LanguageHint, cancellationToken)) is { } signedIn)
                await ShowStaffAsync(turn, signedIn, message.LanguageHint, cancellationToken);
            else
                await OpenAsync(turn, PayloadReader.Read(command.Arguments), message.LanguageHint, cancellationToken);
            return;
        }

        if (await played.OnceAsync(() => commands.RunAsync(turn, command, message.LanguageHint, cancellationToken)) is not { } result)
            await SurveyAsync(turn, new DialogInput.Press(""), message.LanguageHint, cancellationToken);
        else if (turn.IsKnown && !await store.ExistsAsync(turn.Id, cancellationToken))
            (turn.Erased, turn.Card) = (true, result.Card);
        else
            await ShowAsync(turn, result, message.LanguageHint, cancellationToken);
    }

    // Who is no staff has nothing to send: the survey says so.
    private async Task FileAsync(Turn turn, IncomingMessage message, SentFile file, PlayedCommand played, CancellationToken cancellationToken)
    {
        if (await played.OnceAsync(() => commands.TakeAsync(turn, file, message.LanguageHint, cancellationToken)) is { } result)
            await ShowAsync(turn, result, message.LanguageHint, cancellationToken);
        else
            await InputAsync(turn, message, new DialogInput.Unsupported(), played, cancellationToken);
    }

    private async Task ShowAsync(Turn turn, CommandResult result, string? languageHint, CancellationToken cancellationToken)
    {
        turn.RecordUpdate = turn.IsKnown;
        if (result.Link is { } link)
            await OpenAsync(turn, new StartPayload.Service(link), languageHint, cancellationToken);
        else if (result.Input is DialogInput.Open)
            await OpenAsync(turn, new StartPayload.Empty(), languageHint, cancellationToken);
        else if (result.Input is DialogInput.Stop && turn.Survey is null)
            turn.Card = Stopped(texts.Choose(turn.Row.Language, languageHint));
        else if (result.Input is not null || result.Card is null)
            await SurveyAsync(turn, result.Input, languageHint, cancellationToken);
        turn.Card = result.Card is { } card ? InFrontOfSurvey(card, turn) : turn.Card;
        if (result.Attachment is { Content.Length: <= Attachment.MostBytes } attachment)
            turn.Attachment = attachment;
        else if (result.Attachment is not null)
            turn.Card = TooLarge(turn.Card, texts.Choose(turn.Row.Language, languageHint));
    }

    // A survey that somebody was in the middle of is one tap away.
    private Card InFrontOfSurvey(Card card, Turn turn) =>
        turn.Survey is { Dropped: false, State: { ServiceId: not null, Screen: not (Screen.Waiting or Screen.Stopped) } state } && !DialogEngine.IsFinished(state)
            ? card with { Rows = [.. card.Rows, [new CardButton(texts.Get(card.Language, ContinueCommand.Label), ContinueCommand.Button)]] }
            : card;

    // Nothing is kept by which the link could be found again: the button carries it.
    private Card WithWayBack(Card card, SurveyLink link) => card with
    {
        Rows = [[new CardButton(texts.Get(card.Language, "start.consent_again"), StartCommand.Button + PayloadWriter.Write(link))]],
    };

    private Card TooLarge(Card? card, string language) => new(texts.Get(language, "error.file_too_large"), card?.Rows ?? [], language);

    private Card Stopped(string language) => Card.Plain(texts.Get(language, "flow.stopped"), language);

    private async Task OpenAsync(Turn turn, StartPayload payload, string? languageHint, CancellationToken cancellationToken)
    {
        turn.RecordUpdate = true;
        await opening.OpenAsync(turn, payload, languageHint, cancellationToken);
    }

    private async Task InputAsync(Turn turn, IncomingMessage message, DialogInput input, PlayedCommand played, CancellationToken cancellationToken)
    {
        if (input is DialogInput.Text { On: null } text
            && await played.OnceAsync(() => TypedByStaffAsync(turn, text.Value, message.LanguageHint, cancellationToken)) is { } result)
        {
            await ShowStaffAsync(turn, result, message.LanguageHint, cancellationToken);
            return;
        }

        var before = turn.Survey?.State;
        await SurveyAsync(turn, input, message.LanguageHint, cancellationToken);
        if (turn.Survey is { Dropped: true, State: { Screen: Screen.ConsentRefused } refused })
            turn.Card = WithWayBack(engine.Show(refused, notice: null, turn.Now), refused.Link);
        var counted = !ReferenceEquals(before, turn.Survey?.State);
        turn.RecordUpdate = counted && input is not DialogInput.Press;
        if (counted && input is DialogInput.Press)
            turn.Row.CardRef = message.CardRef ?? turn.Row.CardRef;
    }

    private async Task<CommandResult?> TypedByStaffAsync(Turn turn, string text, string? languageHint, CancellationToken cancellationToken) =>
        await commands.TrySignInAsync(turn, text, languageHint, cancellationToken)
        ?? (turn.Survey is { } survey && engine.Takes(survey.State, text, turn.Now) ? null : await commands.AskAsync(turn, text, languageHint, cancellationToken));

    // A code is good once: its update must be known again also in a conversation that was unknown.
    private async Task ShowStaffAsync(Turn turn, CommandResult result, string? languageHint, CancellationToken cancellationToken)
    {
        await ShowAsync(turn, result, languageHint, cancellationToken);
        turn.RecordUpdate = true;
        // What staff are told unasked later comes without a hint.
        if (turn.Row.Language is null && languageHint is not null && await store.StaffAsync(turn.Id, cancellationToken) is not null)
            turn.Row.Language = texts.Choose(null, languageHint);
    }

    /// <summary>Feeds the survey; where there is none, one begins and the input has nothing to say to it.</summary>
    private async Task SurveyAsync(Turn turn, DialogInput? input, string? languageHint, CancellationToken cancellationToken)
    {
        if (turn.Survey is null)
        {
            if (input is DialogInput.Press press && turn.LastCard is { } last && !last.Rows.Any(row => row.Any(b => b.Data == press.Data)))
            {
                turn.Card = last;
                return;
            }

            await opening.OpenAsync(turn, new StartPayload.Empty(), languageHint, cancellationToken);
            if (input is not DialogInput.SetLanguage)
                return;
        }
        else if (options.Value.IsLeft(turn.Survey.State, turn.Now))
        {
            await steps.StepAsync(turn, new DialogInput.TimeOut(), cancellationToken);
        }

        if (input is not null)
            await steps.StepAsync(turn, input, cancellationToken);
    }
}
