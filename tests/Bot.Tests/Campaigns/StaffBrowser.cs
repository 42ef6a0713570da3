using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Bot.Conversations;
using Bot.Managers;
using Bot.Tests.Channels.DirectLine;
using Xunit;

namespace Bot.Tests.Campaigns;

/// <summary>A browser without scripts whose user has signed in in the web chat.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    private readonly HttpClient _http;

    private StaffBrowser(BotHost host, CookieContainer cookies) =>
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = host.Client.BaseAddress };

    /// <summary>What is on the screen.</summary>
    public string Html { get; private set; } = "";

    public string Path { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public string Policy { get; private set; } = "";

    /// <summary>The campaign whose page is on the screen.</summary>
    public long Campaign => long.Parse(Number().Match(Path).Groups[1].Value, CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="role">Null: nobody has signed in.</param>
    public static async Task<StaffBrowser> OpenAsync(BotHost host, StaffRole? role = StaffRole.Coordinator, string scope = "")
    {
        using var chat = await DirectLineClient.BeginAsync(host);
        if (role is { } signedIn)
            await chat.SayAsync(await host.Get<StaffCodes>().IssueAsync(signedIn, StaffScope.Of(scope.Split(',')), "test", Stop));
        var browser = new StaffBrowser(host, chat.Cookies);
        await browser.GetAsync("/staff/campaigns?lang=ru");
        return browser;
    }

    public async Task<StaffBrowser> GetAsync(string path) => await ShowAsync(path, await _http.GetAsync(new Uri(path, UriKind.Relative), Stop));

    public async Task<byte[]> DownloadAsync(string file)
    {
        using var response = await _http.GetAsync(new Uri($"/staff/campaigns/{Campaign}/{file}?lang=ru", UriKind.Relative), Stop);
        Status = response.StatusCode;
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    /// <summary>Sends the form with this address that is on the screen, or one that somebody made up.</summary>
    public Task<StaffBrowser> PostAsync(string act, params (string Name, string Value)[] fields) => PostAsync(act, TokenOnScreen(), fields);

    public async Task<StaffBrowser> PostAsync(string act, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("form_token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var path = $"/staff/campaigns/{Campaign}/{act}?lang=ru";
        return await ShowAsync(path, await _http.PostAsync(new Uri(path, UriKind.Relative), form, Stop));
    }

    public async Task<StaffBrowser> UploadAsync(byte[] content, string name = "people.csv", string? token = null, string? campaign = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token ?? TokenOnScreen()), "form_token" }, { new StringContent("Ноябрь <1>"), "name" } };
        if (campaign is not null)
            form.Add(new StringContent(campaign), "campaign");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        // As browsers do: where no file was chosen its name is empty.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
        form.Add(file);
        await ShowAsync("/staff/campaigns?lang=ru", await _http.PostAsync(new Uri("/staff/campaigns?lang=ru", UriKind.Relative), form, Stop));
        while (Html.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal))
        {
            await Task.Yield();
            await GetAsync(Path);
        }

        return this;
    }

    public string TokenOnScreen() => WebUtility.HtmlDecode(Token().Match(Html).Groups[1].Value);

    public void Dispose() => _http.Dispose();

    private async Task<StaffBrowser> ShowAsync(string path, HttpResponseMessage response)
    {
        using (response)
        {
            if (response.StatusCode == HttpStatusCode.Redirect)
                return await GetAsync(response.Headers.Location!.ToString());
            (Path, Status, Html) = (path, response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
            Policy = response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "";
            return this;
        }
    }

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/staff/campaigns/([0-9]+)")]
    private static partial Regex Number();
}
