namespace Bot.Hosting.Keys;

/// <summary>The secrets of the program. Embedded they are made and kept beside the database; in production they must be given.</summary>
internal sealed class KeyOptions
{
    /// <summary><c>Privacy:RespondentKey</c>: 32 bytes in base64. Turns a chat into an id; never rotated.</summary>
    public string RespondentKey { get; set; } = "";

    /// <summary><c>Privacy:Keys</c>, <c>id:base64,…</c>: encrypt contact addresses.</summary>
    public string PrivacyKeys { get; set; } = "";

    /// <summary><c>Web:Keys</c>, <c>id:base64,…</c>: sign tokens and cookies of the web chat.</summary>
    public string WebKeys { get; set; } = "";

    /// <summary><c>Invitations:Keys</c>, <c>id:base64,…</c>: sign links that are stored nowhere.</summary>
    public string InvitationKeys { get; set; } = "";
}
