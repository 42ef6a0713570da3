using Bot.Conversations;
using Bot.Conversations.Turns;
using Bot.Hosting;
using Bot.Persistence;
using Bot.Persistence.Entities;
using Bot.Survey.Dialogs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Jobs;

/// <summary>
/// Asks those whose service had no result yet, when the day has come that they chose or the result is there, but not in quiet hours. Where nobody
/// can be written to first, the card has said when to come back. The question is shown by <see cref="CardSweep"/>.
/// </summary>
internal sealed class AskAgainJob(
    IDbContextFactory<BotDbContext> contexts, TurnLoop loop, SurveySteps steps, ConversationStore store, QuietHours quiet, TimeProvider time, IOptions<SurveyOptions> options)
{
    private const int AtOnce = 500;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (quiet.Contain(time.GetUtcNow()))
            return;
        foreach (var (responseId, conversationId, channel) in await DueAsync(cancellationToken))
        {
            await loop.RunAsync(new ConversationKey(channel, ""), conversationId, updateId: null, turn =>
                turn.IsKnown && !IsBusy(turn, responseId) ? AskAsync(turn, responseId, cancellationToken) : Task.CompletedTask, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<(long ResponseId, string ConversationId, string Channel)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = Microseconds.Truncate(time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Responses.Where(r => r.Status == ResponseStatus.Waiting && r.AskAt <= now).OrderBy(r => r.AskAt)
            .Join(context.Conversations.Where(c => c.Channel == ChannelNames.Telegram), r => r.RespondentId, c => c.Id, (r, c) => new { ResponseId = r.Id, c.Id, c.Channel })
            .Take(AtOnce).ToListAsync(cancellationToken);
        return due.ConvertAll(d => (d.ResponseId, d.Id, d.Channel));
    }

    // Another survey that the person is at now is not pushed aside: the next run asks.
    private bool IsBusy(Turn turn, long responseId) => turn.Survey is { } survey && survey.Row.Id != responseId
        && !DialogEngine.IsFinished(survey.State) && !survey.State.Answers.IsEmpty && turn.Now - survey.State.ChangedAt < options.Value.ResumeAfter;

    private async Task AskAsync(Turn turn, long responseId, CancellationToken cancellationToken)
    {
        if (turn.Survey?.Row.Id != responseId)
        {
            if (await store.ResponseAsync(responseId) is not { Status: ResponseStatus.Waiting, State.Length: > 0 } response)
                return;
            turn.Open(SurveyEdit.Of(response, DialogJson.Read(response.State)));
        }

        await steps.StepAsync(turn, new DialogInput.AskAgain(), cancellationToken);
        // Answered in this moment: nothing is left to ask.
        if (turn.Survey is not { IsChanged: true })
            return;
        // A new message, for an edited one tells nobody.
        turn.Row.CardRef = null;
        (turn.Row.CardDueAt, turn.Row.CardDueAttempts) = (turn.Now, 0);
    }
}
