using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Channels.DirectLine.Protocol;

internal static class DirectLineWriter
{
    /// <summary>Leaves Cyrillic as it is: half the size of escaped.</summary>
    public static DirectLineJson Json { get; } = new(new JsonSerializerOptions(DirectLineJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
