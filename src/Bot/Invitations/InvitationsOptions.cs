using Microsoft.Extensions.Options;

namespace Bot.Invitations;

/// <summary>Section <c>Invitations</c>; its keys are read with the others of the program.</summary>
internal sealed class InvitationsOptions
{
    public const string Section = "Invitations";

    /// <summary>Days in which nobody is invited by a message twice, over all services; 0: no rest. 0–365, default 14.</summary>
    public int CooldownDays { get; set; } = 14;

    public TimeSpan Cooldown => TimeSpan.FromDays(CooldownDays);
}

internal sealed class InvitationsOptionsValidator : IValidateOptions<InvitationsOptions>
{
    public ValidateOptionsResult Validate(string? name, InvitationsOptions options) => options.CooldownDays is >= 0 and <= 365
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{InvitationsOptions.Section}:{nameof(InvitationsOptions.CooldownDays)} must lie between 0 and 365, but is {options.CooldownDays}.");
}
