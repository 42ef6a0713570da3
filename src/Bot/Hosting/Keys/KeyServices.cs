using Bot.Persistence;
using Microsoft.Extensions.Options;

namespace Bot.Hosting.Keys;

internal static class KeyServices
{
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<KeyOptions>, KeyOptionsValidator>();
        builder.Services.AddOptions<KeyOptions>().Configure<IConfiguration, IOptions<DatabaseOptions>>(Read).ValidateOnStart();
        builder.Services.AddSingleton<KeyRings>();
        builder.Services.AddSingleton<ConversationIds>();
    }

    private static void Read(KeyOptions options, IConfiguration configuration, IOptions<DatabaseOptions> database)
    {
        var made = new Lazy<IReadOnlyDictionary<string, string>?>(() => database.Value.Kind == DatabaseProvider.Sqlite
            ? KeyFile.ReadOrMake(Path.ChangeExtension(SqliteFile.Prepare(database.Value.ConnectionString), ".keys.json"))
            : null);
        options.RespondentKey = Of(KeyNames.Respondent);
        options.PrivacyKeys = Of(KeyNames.Privacy);
        options.WebKeys = Of(KeyNames.Web);
        options.InvitationKeys = Of(KeyNames.Invitations);

        string Of(string name) => configuration[name] is { Length: > 0 } given ? given : made.Value?.GetValueOrDefault(name) ?? "";
    }
}
