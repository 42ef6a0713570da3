using System.Net;
using Bot.Webhooks;
using Xunit;

namespace Bot.Tests.Webhooks;

public sealed class WebhookAddressTests
{
    private const string NotAnAddress = "must be an address of at most 1000 characters, as https://system.example/hook";
    private const string NotPublic = "must be reachable from the internet, not an address of a closed network";
    private const string NotHttps = "must begin with https://";

    [Theory]
    [InlineData("https://system.example/hook?of=bot", null)]
    [InlineData("https://system.example:8443/", null)]
    [InlineData("https://8.8.8.8/", null)]
    [InlineData(null, NotAnAddress)]
    [InlineData("system.example", NotAnAddress)]
    [InlineData("https://user:word@system.example/", NotAnAddress)]
    [InlineData("https://system.example/#part", NotAnAddress)]
    [InlineData("http://system.example/", NotHttps)]
    [InlineData("ftp://system.example/", NotHttps)]
    [InlineData("file:///etc/passwd", NotHttps)]
    [InlineData("https://localhost/", NotPublic)]
    [InlineData("https://database/", NotPublic)]
    [InlineData("https://localhost./", NotPublic)]
    [InlineData("https://system.localhost/", NotPublic)]
    [InlineData("https://metadata.google.internal/", NotPublic)]
    [InlineData("https://Printer.LOCAL/", NotPublic)]
    [InlineData("https://system.internal.example/", null)]
    [InlineData("https://127.0.0.1/", NotPublic)]
    [InlineData("https://2130706433/", NotPublic)]
    [InlineData("https://10.1.2.3/", NotPublic)]
    [InlineData("https://[::1]/", NotPublic)]
    [InlineData("https://[::ffff:192.168.1.1]/", NotPublic)]
    public void Only_public_addresses_over_https_are_taken(string? url, string? fault) => Assert.Equal(fault, WebhookAddress.Fault(url, allowHttp: false));

    [Theory]
    [InlineData("http://localhost:9000/hook", null)]
    [InlineData("https://10.1.2.3/", null)]
    [InlineData("ftp://system.example/", NotHttps)]
    public void A_closed_network_is_taken_where_that_is_configured(string url, string? fault) => Assert.Equal(fault, WebhookAddress.Fault(url, allowHttp: true));

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2a00:1450:4010:c0e::71", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    public void An_address_is_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, WebhookAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_that_leads_to_this_machine_is_connected_to_only_where_that_is_configured(bool allowed)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new HttpClient(WebhookConnection.CreateHandler(allowed));
        var sent = client.PostAsync(receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), null, TestContext.Current.CancellationToken);
        if (allowed)
            Assert.Equal(HttpStatusCode.OK, (await sent).StatusCode);
        else
            Assert.IsType<ForbiddenAddressException>((await Assert.ThrowsAsync<HttpRequestException>(() => sent)).InnerException);
        Assert.Equal(allowed ? 1 : 0, receiver.Messages.Count);
    }
}
