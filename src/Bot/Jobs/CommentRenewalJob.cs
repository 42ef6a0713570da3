using Bot.Comments;

namespace Bot.Jobs;

/// <summary>Brings what is noted at stored comments up to the rules of today: at the start, since rules change with the program, and every night.</summary>
internal sealed class CommentRenewalJob(CommentRenewal renewal)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => renewal.RunAsync(cancellationToken);
}
