using System.Net;
using System.Net.Sockets;

namespace Bot.Webhooks;

/// <summary>Where the program may be made to send something: nowhere within its own network.</summary>
internal static class WebhookAddress
{
    private const int Longest = 1000;

    private static readonly IPNetwork[] NotPublic =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3"
            .Split(' ').Select(text => IPNetwork.Parse(text)),
    ];

    // What else begins with 2 leads to an IPv4 address that is written in it, or is for documents.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotGlobal = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16")];

    // Names that are set apart for closed networks, or that closed networks have taken.
    private static readonly string[] Closed = [".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp", ".home", ".localdomain"];

    /// <summary>What is wrong with an address for messages; null: nothing as far as can be seen without asking for its name.</summary>
    public static string? Fault(string? text, bool allowHttp)
    {
        if (text is not { Length: <= Longest } || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return $"must be an address of at most {Longest} characters, as https://system.example/hook";
        if (url.Scheme != Uri.UriSchemeHttps && !(allowHttp && url.Scheme == Uri.UriSchemeHttp))
            return "must begin with https://";
        var isLocal = IPAddress.TryParse(url.IdnHost, out var ip) ? !IsPublic(ip) : IsLocalName(url.IdnHost.TrimEnd('.'));
        return isLocal && !allowHttp ? "must be reachable from the internet, not an address of a closed network" : null;
    }

    private static bool IsLocalName(string host) => !host.Contains('.', StringComparison.Ordinal) || Closed.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    public static bool IsPublic(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return ip.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublic.Any(network => network.Contains(ip))
            : Global.Contains(ip) && !NotGlobal.Any(network => network.Contains(ip));
    }
}
