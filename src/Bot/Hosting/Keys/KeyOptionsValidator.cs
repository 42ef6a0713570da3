using Microsoft.Extensions.Options;

namespace Bot.Hosting.Keys;

internal sealed class KeyOptionsValidator : IValidateOptions<KeyOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyOptions options)
    {
        List<string> faults = [];
        if (!KeyText.TryReadKey(options.RespondentKey, out _))
            faults.Add($"{KeyNames.Respondent} must be {KeyText.Bytes} or more random bytes in base64.");
        Ring(KeyNames.Privacy, options.PrivacyKeys);
        Ring(KeyNames.Web, options.WebKeys);
        Ring(KeyNames.Invitations, options.InvitationKeys);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Ring(string option, string text)
        {
            if (!KeyText.TryReadRing(text, out _))
                faults.Add($"{option} must be «id:base64,…»: unlike ids of 1–16 letters or digits, each with {KeyText.Bytes} or more random bytes in base64.");
        }
    }
}
