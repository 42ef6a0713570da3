using StackExchange.Redis;

namespace Bot.Conversations.Sharing;

/// <summary>One channel of Redis for all conversations; each replica passes on what somebody there shows.</summary>
internal sealed class RedisConversationBus(RedisConnection redis) : IConversationBus, IHostedService
{
    public static readonly RedisChannel Channel = RedisChannel.Literal("bot:conversations");
    private readonly Subscribers _subscribers = new();

    // Marks this process's own messages, which it has passed on already.
    private readonly string _sender = Guid.NewGuid().ToString("N")[..8];

    public void Publish(string conversationId)
    {
        _subscribers.Call(conversationId);
        try
        {
            redis.Database?.Publish(Channel, _sender + conversationId, CommandFlags.FireAndForget);
        }
        catch (Exception e) when (redis.Forgives(e))
        {
            // The other replicas show the card with the next turn.
        }
    }

    public IDisposable Subscribe(string conversationId, Action changed) => _subscribers.Add(conversationId, changed);

    // The connection keeps the subscription, and subscribes again by itself when Redis comes back.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.Subscriber.SubscribeAsync(Channel, (_, message) => Receive(message.ToString()));
        }
        catch (Exception e) when (redis.Forgives(e))
        {
            // It is remembered, and made when Redis can be reached.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Receive(string message)
    {
        if (message.Length > _sender.Length && !message.StartsWith(_sender, StringComparison.Ordinal))
            _subscribers.Call(message[_sender.Length..]);
    }
}
