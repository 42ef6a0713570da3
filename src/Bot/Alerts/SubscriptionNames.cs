using Bot.Survey.Catalogue;
using Bot.Survey.Localization;

namespace Bot.Alerts;

/// <summary>What people call the target of a subscription.</summary>
internal sealed class SubscriptionNames(TextCatalogue texts, ServiceCatalogue catalogue)
{
    public string Of(SubscriptionTarget target, string language)
    {
        var region = target.Place.Region is { } id ? catalogue.FindRegion(id)?.Name[language] ?? id : null;
        var what = target.Kind switch
        {
            SubscriptionTarget.Service => catalogue.FindService(target.Id)?.ShortName[language] ?? target.Id,
            SubscriptionTarget.Provider => catalogue.FindProvider(target.Id)?.ShortName[language] ?? target.Id,
            _ => region is null ? texts.Get(language, "alerts.everything") : null,
        };
        return string.Join(" · ", new[] { what, region }.OfType<string>());
    }
}
