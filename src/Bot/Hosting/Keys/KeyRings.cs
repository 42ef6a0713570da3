using Microsoft.Extensions.Options;

namespace Bot.Hosting.Keys;

/// <summary>The program's keys, one ring a purpose.</summary>
internal sealed class KeyRings(IOptions<KeyOptions> options)
{
    /// <summary>Encrypts contact addresses.</summary>
    public KeyRing Privacy { get; } = new(options.Value.PrivacyKeys);

    /// <summary>Signs tokens and cookies of the web chat.</summary>
    public KeyRing Web { get; } = new(options.Value.WebKeys);

    /// <summary>Signs links that are stored nowhere.</summary>
    public KeyRing Invitations { get; } = new(options.Value.InvitationKeys);
}
