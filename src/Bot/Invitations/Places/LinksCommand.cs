using System.Globalization;
using Bot.Conversations;
using Bot.Survey.Catalogue;
using Bot.Survey.Dialogs;
using Bot.Survey.Localization;

namespace Bot.Invitations.Places;

/// <summary>/links: coordinators make the code of a place, its links, QR code and poster. Typed words name the place, or search for what is being chosen.</summary>
internal sealed class LinksCommand(
    PlaceDrafts drafts, PlaceCards cards, PlaceFiles files, PlaceSearch search, TextCatalogue texts, TimeProvider time) : ICommand
{
    private const int LongestLabel = 120;

    public string Name => "links";

    public StaffRole? Role => StaffRole.Coordinator;

    public bool TakesWords => true;

    public async Task<CommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Staff is not { Role: StaffRole.Coordinator or StaffRole.Administrator } staff)
            return new CommandResult(Card.Plain(texts.Get(context.Language, "error.no_access"), context.Language));
        var draft = await drafts.FindAsync(staff.Id, cancellationToken);
        if (context.Pressed && context.Arguments.Split('.', 3) is [var act, var id, .. var rest] && draft?.Id.ToString(CultureInfo.InvariantCulture) == id)
            return await PressedAsync(staff.Id, draft, act, rest.FirstOrDefault() ?? "", context.Language, cancellationToken);
        if (!context.Pressed && !string.IsNullOrWhiteSpace(context.Arguments))
            return new CommandResult(await TypedAsync(staff.Id, draft, context.Arguments, context.Language, cancellationToken));
        return new CommandResult(cards.Draft(await drafts.BeginAsync(staff.Id, cancellationToken), context.Language));
    }

    private async Task<CommandResult> PressedAsync(long staff, PlaceDraft draft, string act, string argument, string language, CancellationToken cancellationToken)
    {
        if (draft.Code is { } code && (act == "k" || act is PlaceFiles.Png or PlaceFiles.Svg or PlaceFiles.Poster))
        {
            if (act == "k")
                await drafts.RecordAsync(staff, code, draft.Named, cancellationToken);
            return new CommandResult(cards.Links(draft, code, language), Attachment: files.Make(act, code, draft.Named));
        }

        if (act == "b")
            return new CommandResult(cards.Draft(await drafts.BeginAsync(staff, cancellationToken), language));
        var changed = await drafts.SaveAsync(staff, Changed(draft, act, argument), cancellationToken);
        var page = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new CommandResult(changed.Asks switch
        {
            PlaceDraft.Services => cards.Services(changed, found: null, page, language),
            PlaceDraft.Regions => cards.Regions(changed, found: null, page, language),
            _ => cards.Draft(changed, language),
        });
    }

    private PlaceDraft Changed(PlaceDraft draft, string act, string argument)
    {
        var asked = draft with { Asks = PlaceDraft.Label };
        return act switch
        {
            "s" => draft with { Asks = PlaceDraft.Services },
            "g" => draft with { Asks = PlaceDraft.Regions },
            "cs" => search.Service(argument) is { } service
                ? asked with { ServiceId = service.Id, Form = service.Forms is [var only] ? only.Id() : null }
                : asked with { ServiceId = null, Form = null },
            "cg" => asked with { RegionId = search.Region(argument)?.Id },
            "f" => asked with { Form = search.Service(draft.ServiceId ?? "") is { } given && ServiceForms.TryParse(argument, out var form) && given.Has(form) ? form.Id() : null },
            "y" => asked with { GoodThrough = AlmatyTime.Day(time.GetUtcNow()).AddYears(1) },
            "z" => asked with { GoodThrough = null },
            _ => asked,
        };
    }

    private async Task<Card> TypedAsync(long staff, PlaceDraft? draft, string words, string language, CancellationToken cancellationToken)
    {
        draft ??= await drafts.BeginAsync(staff, cancellationToken);
        if (draft.Asks == PlaceDraft.Services)
            return cards.Services(draft, search.Services(words), page: 0, language);
        if (draft.Asks == PlaceDraft.Regions)
            return cards.Regions(draft, search.Regions(words), page: 0, language);
        var label = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return cards.Draft(await drafts.SaveAsync(staff, draft with { Named = label[..Math.Min(label.Length, LongestLabel)] }, cancellationToken), language);
    }
}
