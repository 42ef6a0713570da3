using StackExchange.Redis;

namespace Bot.Conversations.Sharing;

/// <summary>The connection to Redis, which may be down at any moment: then everything goes on without it, and the log says so once a minute.</summary>
internal sealed partial class RedisConnection : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time;
    private readonly ILogger<RedisConnection> _logger;
    private readonly ConnectionMultiplexer _redis;
    private long _complainedAt = long.MinValue;

    public RedisConnection(string connectionString, TimeProvider time, ILogger<RedisConnection> logger)
    {
        (_time, _logger) = (time, logger);
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AsyncTimeout = Math.Min(options.AsyncTimeout, 500);
        options.ConnectTimeout = Math.Min(options.ConnectTimeout, 1000);
        options.ReconnectRetryPolicy = new LinearRetry(500);
        _redis = ConnectionMultiplexer.Connect(options);
    }

    /// <summary>The database; null while there is no connection.</summary>
    public IDatabase? Database
    {
        get
        {
            if (_redis.IsConnected)
                return _redis.GetDatabase();
            Complain(null);
            return null;
        }
    }

    public ISubscriber Subscriber => _redis.GetSubscriber();

    /// <summary>Whether a failure is one of Redis's own, which is passed over; it is logged once a minute.</summary>
    public bool Forgives(Exception exception)
    {
        if (exception is not (RedisException or TimeoutException or ObjectDisposedException))
            return false;
        Complain(exception);
        return true;
    }

    public void Dispose() => _redis.Dispose();

    private void Complain(Exception? exception)
    {
        var now = _time.GetTimestamp();
        var last = Interlocked.Read(ref _complainedAt);
        if (last != long.MinValue && _time.GetElapsedTime(last, now) < Quiet)
            return;
        if (Interlocked.CompareExchange(ref _complainedAt, now, last) == last)
            Log.Unavailable(_logger, exception);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis cannot be reached; conversations are read from the database")]
        public static partial void Unavailable(ILogger logger, Exception? exception);
    }
}
