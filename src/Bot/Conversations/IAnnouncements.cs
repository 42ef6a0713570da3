namespace Bot.Conversations;

/// <summary>Messages of one kind to people who do not wait for an answer. What is due stands in rows, and is claimed there before it is sent.</summary>
internal interface IAnnouncements
{
    /// <summary>Sends what is due, each at most once; where one fails, the others are sent by the next call.</summary>
    Task SendDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
