using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

/// <summary>How a test wants the program.</summary>
internal sealed record BotHostOptions
{
    /// <summary>Configuration by key, as on the command line; Telegram is off unless its token is given here.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>A clock that the test moves; null: the real one.</summary>
    public FakeTimeProvider? Time { get; init; }

    /// <summary>An existing folder whose data the program goes on with; null: a new one, deleted at the end.</summary>
    public string? Folder { get; init; }

    /// <summary>Last changes to the services.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>Answers an outgoing request in the place of the network; null: not this one.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Outgoing { get; init; }

    /// <summary>Whether a request may really go out, as to a fake server of the test's own.</summary>
    public Func<Uri, bool> AllowOutgoing { get; init; } = _ => false;
}
