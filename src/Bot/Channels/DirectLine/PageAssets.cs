using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Bot.Channels.DirectLine;

/// <summary>The files of <c>wwwroot</c>, served under an address that changes with their content, compressed where the build compressed them.</summary>
internal sealed class PageAssets
{
    private const string Forever = "public, max-age=31536000, immutable";
    private static readonly (string Encoding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly string _folder;
    private readonly FrozenDictionary<string, string> _versions;

    public PageAssets(string folder)
    {
        _folder = folder;
        _versions = Directory.EnumerateFiles(folder)
            .Where(file => Types.ContainsKey(Path.GetExtension(file)))
            .ToFrozenDictionary(file => Path.GetFileName(file), Version);
    }

    /// <summary>What the build put beside the program.</summary>
    public static PageAssets OfProgram() => new(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    public bool Has(string name) => _versions.ContainsKey(name);

    public string AddressOf(string name) => $"/assets/{_versions[name]}/{name}";

    public IResult Serve(HttpContext http, string version, string name)
    {
        if (!_versions.TryGetValue(name, out var current))
            return TypedResults.NotFound();
        // While replicas are replaced, a page may ask for another version than is here: it gets this one, and keeps nothing.
        http.Response.Headers.CacheControl = version == current ? Forever : "no-store";
        http.Response.Headers.Vary = "Accept-Encoding";
        var path = Path.Combine(_folder, name);
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is null or > 0).Select(e => e.Value.Value).ToList();
        var (encoding, ending) = Compressed.FirstOrDefault(c => accepted.Contains(c.Encoding) && File.Exists(path + c.Ending));
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
        return TypedResults.PhysicalFile(path + ending, Types[Path.GetExtension(name)]);
    }

    private static string Version(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..16];
}
