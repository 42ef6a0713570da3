using Microsoft.Extensions.Options;

namespace Bot.Persistence;

internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (Refusal(options.Provider) is { } refusal)
            return ValidateOptionsResult.Fail(refusal);
        var isGood = options.Kind == DatabaseProvider.Sqlite
            ? SqliteFile.IsConnectionString(options.ConnectionString)
            : options.ConnectionString.Contains('=', StringComparison.Ordinal);
        return isGood
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("ConnectionStrings:Bot must be a connection string, such as «Data Source=data/bot.db».");
    }

    /// <summary>Why a provider's name is refused; null: it is good.</summary>
    public static string? Refusal(string provider) => Enum.GetNames<DatabaseProvider>().Contains(provider, StringComparer.OrdinalIgnoreCase)
        ? null
        : $"Database:Provider must be Sqlite or SqlServer, but is «{provider}».";
}
