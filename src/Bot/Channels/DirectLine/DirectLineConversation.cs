using Bot.Conversations;
using Bot.Survey.Dialogs;

namespace Bot.Channels.DirectLine;

/// <summary>One open Direct Line conversation, in memory only: what it says is rebuilt from the survey when it is gone.</summary>
internal sealed class DirectLineConversation(string id, string person, TimeProvider time)
{
    private const double Burst = 20;
    private const double PerSecond = 2;
    private double _allowed = Burst;
    private DateTimeOffset _counted = time.GetUtcNow();
    private int _sockets;

    public string Id => id;

    public string Person => person;

    public ConversationKey Key => new(ChannelNames.Web, person);

    /// <summary>Starts at the time, so that no number is below one from before a restart.</summary>
    public Transcript Transcript { get; } = new(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Held by whoever adds to the transcript.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The card that the newest activity shows; null where that is no card.</summary>
    public Card? NewestCard { get; set; }

    /// <summary>The program's address as the client knows it; null until it has sent a message.</summary>
    public Uri? Origin { get; set; }

    public DateTimeOffset LastUsed { get; private set; } = time.GetUtcNow();

    /// <summary>Whether a turn of this conversation runs just now; its reply shows what it changes.</summary>
    public bool IsTurning { get; set; }

    public bool IsWatched => Volatile.Read(ref _sockets) > 0;

    public void Touch() => LastUsed = time.GetUtcNow();

    public void SocketOpened() => Interlocked.Increment(ref _sockets);

    public void SocketClosed()
    {
        Touch();
        Interlocked.Decrement(ref _sockets);
    }

    /// <summary>Whether another message may be taken now. Called while <see cref="Turn"/> is held.</summary>
    public bool TryTakeMessage()
    {
        var now = time.GetUtcNow();
        _allowed = Math.Min(Burst, _allowed + (now - _counted).TotalSeconds * PerSecond);
        _counted = now;
        if (_allowed < 1)
            return false;
        _allowed--;
        return true;
    }
}
