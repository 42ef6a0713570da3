using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>Where people reach the program: http or https, host and port only. None: as the request says. A proxy must pass the Host header on.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long a token of the web chat is good; it is renewed every 15 minutes. 30–60 minutes, default 60.</summary>
    [Range(typeof(TimeSpan), "00:30:00", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true,
        ErrorMessage = "Web:TokenLifetime must be between 00:30:00 and 01:00:00.")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(60);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { } url && !(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0))
            yield return new("Web:PublicUrl must be http://HOST or https://HOST, with a port where needed and nothing behind.", [nameof(PublicUrl)]);
    }
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
