using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>What the operator has to mend where the program cannot start.</summary>
internal static class StartFaults
{
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";
    private const string Addresses = "Microsoft.AspNetCore.Http";

    /// <summary>The fault in words, a line each; null where it is no fault of the configuration, and the stack is wanted.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        AggregateException several when several.InnerExceptions.All(e => Explain(e) is not null) => string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain)),
        IOException { InnerException: AddressInUseException } => $"{fault.Message} Choose another with ASPNETCORE_URLS.",
        // «Failed to convert configuration value 'x' at 'Telegram:MaxConnections' to type 'System.Int32'.»
        InvalidOperationException { Source: Binder } => fault.Message,
        FormatException { Source: Addresses } => $"ASPNETCORE_URLS: {fault.Message}",
        _ => null,
    };
}
