using Bot.Managers;
using Bot.Scores;
using Bot.Survey.Catalogue;
using Bot.Survey.Comments;

namespace Bot.Comments;

/// <summary>
/// Which topics a person sees. Who sees a service only because a provider answers for it sees what lies in that provider's zones, and never what is
/// about something else.
/// </summary>
internal sealed class CommentTopics(ServiceCatalogue catalogue, ScoringForms forms)
{
    /// <summary>Whether the person sees comments on the topic (a criterion or <see cref="CommentRules.Other"/>).</summary>
    public bool Shows(ScoreAccess access, ScorePlace place, string service, string form, string topic) =>
        access.Scope.IsEverything || place.Region is not null || access.Scope.Services.Contains(service) || Zone(access, service, form).Contains(topic);

    private IEnumerable<string> Zone(ScoreAccess access, string service, string form)
    {
        if (catalogue.FindService(service) is not { } found || !ServiceForms.TryParse(form, out var parsed) || forms.Find(form) is not { } units)
            return [];
        var layout = units.Layout;
        return layout.Criteria
            .Where(criterion => criterion.Items.Any(item => found.ProviderOf(parsed, layout.ZoneByItem[item]) is { } provider && access.Scope.Providers.Contains(provider)))
            .Select(criterion => criterion.Id);
    }
}
