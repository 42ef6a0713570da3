using Bot.Comments;

namespace Bot.Jobs;

/// <summary>Brings what is noted at stored comments up to the rules of today.</summary>
internal sealed class CommentRenewalJob(CommentRenewal renewal)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => renewal.RunAsync(cancellationToken);
}
