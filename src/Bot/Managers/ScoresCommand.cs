using System.Globalization;
using Bot.Conversations;
using Bot.Managers.Pictures;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Managers;

/// <summary>/scores: the overall picture, and from there by button or by typed words to a service, a provider, the regions.</summary>
internal sealed class ScoresCommand(
    StaffScores scores, StaffSearch search, RegionSearch regions, OverviewCards overviews, ServiceScoreCards services, ScorePictures pictures, TextCatalogue texts) : ICommand
{
    public string Name => "scores";

    public StaffRole? Role => StaffRole.Manager;

    public bool TakesWords => true;

    public bool TakesQuestions => true;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Manager or StaffRole.Administrator } staff)
            return new CommandResult(Refused(context.Language));

        var access = scores.AccessOf(staff);
        if (access.Places.Count == 0)
            return new CommandResult(Refused(context.Language));
        var result = context.Pressed ? await PressedAsync(access, context, cancellationToken)
            : string.IsNullOrWhiteSpace(context.Arguments) || search.IsOverview(context.Arguments) ? await OverviewAsync(access, press: null, access.Places[0], context.Language, cancellationToken)
            : await FoundAsync(access, context, cancellationToken);
        return result ?? new CommandResult(Refused(context.Language));
    }

    private async Task<CommandResult?> PressedAsync(ScoreAccess access, CommandContext context, CancellationToken cancellationToken)
    {
        var press = ScorePress.Read(context.Arguments);
        var (place, language) = (press.Place ?? access.Places[0], context.Language);
        switch (press.View)
        {
            case "l":
                return await scores.ServicesAsync(access, place, cancellationToken) is { } all ? new(overviews.Services(all, Number(press.Id), place, language)) : null;
            case "p":
                return await scores.ProvidersAsync(access, place, cancellationToken) is { } bodies ? new(overviews.Providers(bodies, Number(press.Id), place, language)) : null;
            case "v":
                return await scores.ProviderAsync(access, place, press.Id, cancellationToken) is { } body
                    ? await ShowAsync(press, place, overviews.Provider(body, place, language), reader => pictures.Overviews.Provider(body, reader), cancellationToken)
                    : null;
            case "r":
                return await scores.RegionsAsync(access, place, press.Id, cancellationToken) is { } rating
                    ? await ShowAsync(press, place, services.Regions(rating, place, language), reader => pictures.Services.Regions(rating, reader), cancellationToken)
                    : null;
            case "s" or "c" or "i" or "w" or "x":
                return await ServiceAsync(access, press, place, language, cancellationToken);
            default:
                return await OverviewAsync(access, press, place, language, cancellationToken);
        }
    }

    private async Task<CommandResult?> ServiceAsync(ScoreAccess access, ScorePress press, ScorePlace place, string language, CancellationToken cancellationToken)
    {
        if (await scores.ServiceAsync(access, place, press.Id, cancellationToken) is not { } one)
            return null;
        (Card Card, Func<PictureReader, ScorePicture> Draw) view = press.View switch
        {
            "c" => (services.Criteria(one, place, language), reader => pictures.Services.Criteria(one, reader)),
            "i" => (services.Items(one, press.Mark, place, language), reader => pictures.Services.Items(one, ServiceScoreCards.FormOf(one, press.Mark), reader)),
            "w" => (services.Providers(one, place, language), reader => pictures.Services.Providers(one, reader)),
            "x" => (services.Splits(one, place, language), reader => pictures.Services.Service(one, reader)),
            _ => (services.Service(one, await scores.ContextAsync(access, place, [one.Service], cancellationToken), place, language), reader => pictures.Services.Service(one, reader)),
        };
        return await ShowAsync(press, place, view.Card, view.Draw, cancellationToken);
    }

    private async Task<CommandResult?> OverviewAsync(ScoreAccess access, ScorePress? press, ScorePlace place, string language, CancellationToken cancellationToken) =>
        await scores.SummaryAsync(access, place, cancellationToken) is { } summary
            ? await ShowAsync(press, place, overviews.Overview(summary, access, place, language), reader => pictures.Overviews.Overview(summary, access, reader), cancellationToken)
            : null;

    /// <summary>A card, and the picture of the same scores where it is wanted.</summary>
    private async Task<CommandResult> ShowAsync(
        ScorePress? press, ScorePlace place, Card card, Func<PictureReader, ScorePicture> draw, CancellationToken cancellationToken) => new(
            card,
            Attachment: press is { WantsPicture: true } ? draw(new PictureReader(place, card.Language, await scores.UpdatedAtAsync(cancellationToken))).Draw() : null);

    private async Task<CommandResult?> FoundAsync(ScoreAccess access, CommandContext context, CancellationToken cancellationToken)
    {
        if (PeriodChoice.Typed(context.Arguments) is { } period)
            return await OverviewAsync(access, press: null, access.Places[0] with { Period = period }, context.Language, cancellationToken);
        var (service, region) = regions.Split(context.Arguments);
        if (region is not null && !access.Sees(new ScorePlace(region.Id)))
            return null;
        if (region is not null && service.Length == 0)
            return await OverviewAsync(access, press: null, new ScorePlace(region.Id), context.Language, cancellationToken);
        var found = search.Find(access, service, region is null ? access.Places : [new ScorePlace(region.Id)]);
        if (found is [var only])
            return await ServiceAsync(access, new ScorePress("s", false, only.Place, only.Service.Id, null), only.Place, context.Language, cancellationToken);
        return new(found.Count > 0 ? overviews.Found(found, context.Language) : NothingFound(access, context));
    }

    private Card NothingFound(ScoreAccess access, CommandContext context)
    {
        var words = new ScoreWords(texts, context.Language);
        return ScoreCard.Of(words, [search.Nothing(context.Arguments, context.Language)], [[new CardButton(words["services"], access.Places[0].Data("l"))]]);
    }

    private Card Refused(string language) => Card.Plain(texts.Get(language, "error.no_access"), language);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
