using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Campaigns;

/// <summary>The list of campaigns, and the form that makes a new one of a file.</summary>
internal sealed class CampaignListPage(StaffPages pages, CampaignHtml html, CampaignTexts says, CampaignViews views, CampaignImport import, CampaignRuns runs)
{
    // A file stays in memory until it is known to hold no personal data.
    private static readonly FormOptions InMemory = new() { MemoryBufferThreshold = CampaignFileReader.MostBytes + 1, MultipartBodyLengthLimit = CampaignFileReader.MostBytes };

    /// <summary>The form's field that names a draft to which the file is added.</summary>
    public const string Campaign = "campaign";

    public Task<IResult> ShowAsync(HttpContext http, CampaignVisit visit) => ShowAsync(http, visit, error: null, StatusCodes.Status200OK);

    public async Task<IResult> UploadAsync(HttpContext http, CampaignVisit visit)
    {
        if (await FormAsync(http) is not { } form)
            return await RefuseAsync("page.too_large", StatusCodes.Status413PayloadTooLarge);
        if (!pages.IsOwn(visit.Visit, form[StaffPages.FormToken]))
            return await RefuseAsync("page.form_expired", StatusCodes.Status403Forbidden);
        if (form.Files.GetFile("file") is not { FileName.Length: > 0 } file)
            return await RefuseAsync("page.no_file", StatusCodes.Status422UnprocessableEntity);
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, http.RequestAborted);
        var name = form["name"].ToString().Trim() is { Length: > 0 } given ? given : Path.GetFileNameWithoutExtension(file.FileName);
        var upload = new CampaignUpload(visit.Access, visit.Visit.ConversationId, name, content);
        var (isOpen, begun) = await BeginAsync(upload, form[Campaign], http.RequestAborted);
        if (!isOpen)
            return await RefuseAsync("page.gone", StatusCodes.Status409Conflict);
        if (begun is not { } draft)
            return await RefuseAsync("page.personal_data", StatusCodes.Status422UnprocessableEntity);
        runs.TryStart(new CampaignRun(visit.Access, visit.Visit.Conversation, visit.Visit.ConversationId, visit.Language, Document: null, draft));
        return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{CampaignPages.Root}/{draft.Id}?lang={visit.Language}"));

        Task<IResult> RefuseAsync(string key, int status) => ShowAsync(http, visit, says.Get(key, visit.Language), status);
    }

    private async Task<(bool IsOpen, CampaignDraft? Draft)> BeginAsync(CampaignUpload upload, string? campaign, CancellationToken cancellationToken)
    {
        if (!long.TryParse(campaign, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return (true, await import.BeginAsync(upload, cancellationToken));
        return await views.FindRowAsync(upload.Access, id, cancellationToken) is null ? (false, null) : await import.AddAsync(upload, id, cancellationToken);
    }

    private async Task<IResult> ShowAsync(HttpContext http, CampaignVisit visit, string? error, int status)
    {
        var campaigns = await views.ListAsync(visit.Access, http.RequestAborted);
        return pages.Page(http, visit.Visit, says.Get("campaigns", visit.Language), html.List(campaigns, visit.Token, visit.Language, error), status);
    }

    /// <summary>Null: it is too large.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(InMemory, http.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return null;
        }
    }
}
