namespace Bot.Hosting;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where people reach the program: http or https, host and port only. None: as the request says. A proxy must pass the Host header on.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long a token of the web chat is good; clients renew theirs every 15 minutes. 30–60 minutes, default 60.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(60);
}
