using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine.Protocol;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ChatConfig))]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(ConversationRequest))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ResourceBody))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(TokenRequest))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
