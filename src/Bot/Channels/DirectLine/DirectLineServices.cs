using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DirectLine;

/// <summary>The web chat: Direct Line 3.0, and Microsoft's Web Chat at <c>/chat</c>.</summary>
internal static class DirectLineServices
{
    public static void AddDirectLine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ListeningAddress>();
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<SignedText>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<PersonCookie>();
        services.AddSingleton<WebTexts>();
        services.AddSingleton<CardActivities>();
        services.AddSingleton<AttachmentShelf>();
        services.AddSingleton<AttachmentHandler>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineTurns>();
        services.AddSingleton<DirectLineStream>();
        services.AddSingleton<TokenHandler>();
        services.AddSingleton<ConversationHandler>();
        services.AddSingleton(_ => PageAssets.OfProgram());
        services.AddSingleton<ChatPage>();
        services.AddSingleton<IChannel, WebChannel>();

        // Its lines hold whole addresses, and those of streams and invitations hold tokens.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapDirectLineProtocol();
        app.MapGet(AttachmentHandler.Path, app.Services.GetRequiredService<AttachmentHandler>().Serve).ExcludeFromDescription();
        app.MapGet("/chat", app.Services.GetRequiredService<ChatPage>().Serve).ExcludeFromDescription();
        app.MapGet("/assets/{version}/{name}", app.Services.GetRequiredService<PageAssets>().Serve).ExcludeFromDescription();
        app.MapGet("/", () => TypedResults.Redirect("/chat")).ExcludeFromDescription();
    }
}
