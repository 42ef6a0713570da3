using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Survey.Dialogs;

/// <summary>Writes and reads the state of a dialog as JSON.</summary>
public static class DialogJson
{
    /// <summary>Writes a state.</summary>
    public static string Write(DialogState state) => JsonSerializer.Serialize(state, DialogJsonContext.Default.DialogState);

    /// <summary>Reads a state.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static DialogState Read(string json) =>
        JsonSerializer.Deserialize(json, DialogJsonContext.Default.DialogState) ?? throw new JsonException("The state of the dialog is null.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DialogState))]
internal sealed partial class DialogJsonContext : JsonSerializerContext;
