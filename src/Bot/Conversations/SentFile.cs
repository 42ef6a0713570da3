namespace Bot.Conversations;

/// <summary>A file that a person sent; it is still with the channel.</summary>
/// <param name="Reference">By which the channel finds it; empty where the channel takes no files.</param>
/// <param name="Name">As the person's device calls it.</param>
internal sealed record SentFile(string Reference, string Name);
