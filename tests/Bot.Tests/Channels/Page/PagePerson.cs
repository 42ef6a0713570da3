using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Tests.Channels.Page;

/// <summary>A person with a browser that knows links, forms and cookies, and nothing else.</summary>
internal sealed partial class PagePerson : ContractPerson
{
    private readonly HttpClient _http;
    private Dictionary<string, string> _last = [];
    private Uri _lastAddress = new("/s", UriKind.Relative);

    public PagePerson(BotHost host, bool hasCookies = true)
        : base(host) => _http = new HttpClient(new SocketsHttpHandler { UseCookies = hasCookies }) { BaseAddress = host.Client.BaseAddress };

    public string Html { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the browser stands, without what says only how the page came about.</summary>
    public string Path { get; private set; } = "";

    public override string Text => WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Body().Match(Html).Value, "\n"), ""));

    public override IReadOnlyList<ContractButton> Buttons =>
        [.. Form().Matches(Html).SelectMany(form => Choice().Matches(form.Value).Select(b => new ContractButton(
            WebUtility.HtmlDecode(b.Groups["label"].Value), WebUtility.HtmlDecode(b.Groups["data"].Value), Hidden(form.Value, "at"))))];

    /// <summary>What a field of the first form holds unseen; empty where it has none.</summary>
    public string Carried => Hidden(Html, "person");

    private string Address => Form().Match(Html).Groups["action"].Value;

    public override Task OpenAsync(string payload) => GetAsync($"/s/{payload}");

    public override Task ComeAsync() => GetAsync("/s");

    public async Task GetAsync(string address)
    {
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        await ReadAsync(response);
    }

    public override Task PressAsync(ContractButton button) => PostAsync(new() { ["at"] = button.At, ["data"] = button.Data });

    public override Task TypeAsync(string text) => PostAsync(new() { ["at"] = Hidden(Html, "at"), ["text"] = text });

    public Task PostAsync(Dictionary<string, string> fields, params (string Name, string Value)[] headers)
    {
        if (Carried.Length > 0)
            fields["person"] = Carried;
        (_last, _lastAddress) = (fields, new Uri(Address, UriKind.Relative));
        return RepeatAsync(headers);
    }

    public override Task RepeatAsync() => RepeatAsync([]);

    public override Task AskToForgetAsync() => GetAsync(Address + "?show=forget");

    public override ValueTask DisposeAsync()
    {
        _http.Dispose();
        return base.DisposeAsync();
    }

    private async Task RepeatAsync((string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _lastAddress) { Content = new FormUrlEncodedContent(_last) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        await ReadAsync(response);
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        (Status, Path) = (response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath);
        Html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Hidden(string html, string name) => Regex.Match(html, $"""<input type="hidden" name="{name}" value="([^"]*)">""").Groups[1].Value;

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<button name="data" value="(?<data>[^"]*)"[^>]*>(?<label>[^<]*)</button>|<input type="radio" name="data" value="(?<data>[^"]*)"[^>]*><span>(?<label>[^<]*)</span>""")]
    private static partial Regex Choice();

    [GeneratedRegex("<main>.*</main>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<br>|</p>|</h1>|</h2>|</legend>|</span>")]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
