using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>/scores: the overall picture, and from there by button or by typed words to a service, a provider, the regions.</summary>
internal sealed class ScoresCommand(
    StaffScores scores, StaffSearch search, OverviewCards overviews, ServiceScoreCards services, TextCatalogue texts) : ICommand
{
    public string Name => "scores";

    public StaffRole? Role => StaffRole.Manager;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff)
            return new CommandResult(Refused(context.Language));

        var access = scores.AccessOf(staff);
        if (access.Places.Count == 0)
            return new CommandResult(Refused(context.Language));
        var card = context.Pressed ? await PressedAsync(access, context, cancellationToken)
            : string.IsNullOrWhiteSpace(context.Arguments) ? await OverviewAsync(access, access.Places[0], context.Language, cancellationToken)
            : await FoundAsync(access, context, cancellationToken);
        return new CommandResult(card ?? Refused(context.Language));
    }

    private async Task<Card?> PressedAsync(ScoreAccess access, CommandContext context, CancellationToken cancellationToken)
    {
        var parts = context.Arguments.Split('.');
        var place = parts.Length > 1 ? ScorePlace.Read(parts[1]) : access.Places[0];
        var id = parts.ElementAtOrDefault(2) ?? "";
        return parts[0] switch
        {
            "l" => await scores.ServicesAsync(access, place, cancellationToken) is { } all ? overviews.Services(all, Number(id), place, context.Language) : null,
            "p" => await scores.ProvidersAsync(access, place, cancellationToken) is { } all ? overviews.Providers(all, Number(id), place, context.Language) : null,
            "v" => await scores.ProviderAsync(access, place, id, cancellationToken) is { } one ? overviews.Provider(one, place, context.Language) : null,
            "r" => await scores.RegionsAsync(access, place, id, cancellationToken) is { } one ? services.Regions(one, place, context.Language) : null,
            "s" or "c" or "i" or "w" => await ServiceAsync(access, place, parts, context.Language, cancellationToken),
            _ => await OverviewAsync(access, place, context.Language, cancellationToken),
        };
    }

    private async Task<Card?> ServiceAsync(ScoreAccess access, ScorePlace place, string[] parts, string language, CancellationToken cancellationToken)
    {
        if (await scores.ServiceAsync(access, place, parts.ElementAtOrDefault(2) ?? "", cancellationToken) is not { } one)
            return null;
        return parts[0] switch
        {
            "c" => services.Criteria(one, place, language),
            "i" => services.Items(one, parts.ElementAtOrDefault(3), place, language),
            "w" => services.Providers(one, place, language),
            _ => services.Service(one, place, language),
        };
    }

    private async Task<Card?> OverviewAsync(ScoreAccess access, ScorePlace place, string language, CancellationToken cancellationToken) =>
        await scores.ServicesAsync(access, place, cancellationToken) is { } all
            ? overviews.Overview(all, await scores.UpdatedAtAsync(cancellationToken), access, place, language)
            : null;

    private async Task<Card?> FoundAsync(ScoreAccess access, CommandContext context, CancellationToken cancellationToken)
    {
        var found = search.Find(access, context.Arguments);
        if (found is [var only])
            return await ServiceAsync(access, only.Place, ["s", "", only.Service.Id], context.Language, cancellationToken);
        return found.Count > 0 ? overviews.Found(found, context.Language) : NothingFound(access, context);
    }

    private Card NothingFound(ScoreAccess access, CommandContext context)
    {
        var words = new ScoreWords(texts, context.Language);
        return ScoreCard.Of(words, [search.Nothing(context.Arguments, context.Language)], [[new CardButton(words["services"], access.Places[0].Data("l"))]]);
    }

    private Card Refused(string language) => Card.Plain(texts.Get(language, "error.no_access"), language);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
