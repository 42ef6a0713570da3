using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Api;

/// <summary>A body that names what it has no place for, so that no misspelt member is lost.</summary>
internal abstract record ApiRequest
{
    /// <summary>What came beside the members.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    protected void RefuseOthers(Dictionary<string, string[]> faults)
    {
        foreach (var name in Others?.Keys ?? Enumerable.Empty<string>())
            faults[name] = ["is not known here"];
    }
}
